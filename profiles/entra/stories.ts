/** What the tests for a listing do by way of the directory, in the words of stories. */
const WITHOUT_THE_FLAG = [
  'joiner-to-leaver',
  'joiners/already-there-different',
  'joiners/needed-at-once',
  'movers/department-and-title',
  'movers/manager-changes',
  'leavers/unassigned',
  'leavers/assigned-again',
  'leavers/purged-at-once',
  'groups/formed-without-members',
  'groups/renamed',
  'groups/member-added',
  'groups/member-removed',
  'groups/in-and-out-again',
  'groups/deleted',
  'groups/needed-at-once',
] as const

/** With the flag aadOptscim062020 changes are told otherwise: those where it shows. */
const WITH_THE_FLAG = [
  'joiner-to-leaver',
  'movers/manager-changes',
  'leavers/assigned-again',
  'groups/renamed',
  'groups/member-added',
  'groups/member-removed',
] as const satisfies readonly Story[]

export type Story = (typeof WITHOUT_THE_FLAG)[number]

export const rehearses = [
  { dialect: 'entra', scenarios: WITHOUT_THE_FLAG },
  { dialect: 'entra-flag', scenarios: WITH_THE_FLAG },
]

/** The ids of its plays, in each dialect that has it. */
export function playsOf(...stories: Story[]): string[] {
  return stories.flatMap((story) =>
    rehearses.flatMap(({ dialect, scenarios }) =>
      (scenarios as readonly string[]).includes(story) ? [`${dialect}/${story}`] : [],
    ),
  )
}
