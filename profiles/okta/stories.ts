/** What the tests do by way of the directory, in the words of stories. */
const CATALOGUE = [
  'joiner-to-leaver',
  'okta/assigned',
  'okta/assigned-and-known',
  'okta/assigned-again',
  'okta/marriage',
  'okta/password',
  'okta/unassigned',
  'okta/suspended',
  'okta/imported',
  'okta/group-pushed',
  'okta/group-pushed-again',
  'okta/group-linked',
  'okta/group-renamed',
  'okta/group-members-change',
  'okta/group-unlinked',
  'joiners/through-a-group',
] as const

/** Applications of the wizard tell by PUT what others tell by PATCH: those where it shows. */
const WIZARD = [
  'joiner-to-leaver',
  'okta/assigned-again',
  'okta/marriage',
  'okta/password',
  'okta/unassigned',
  'okta/group-renamed',
  'okta/group-members-change',
] as const satisfies readonly Story[]

export type Story = (typeof CATALOGUE)[number]

export const rehearses = [
  { dialect: 'okta', scenarios: CATALOGUE },
  { dialect: 'okta-aiw', scenarios: WIZARD },
]

/** The ids of its plays, in each dialect that has it. */
export function playsOf(...stories: Story[]): string[] {
  return stories.flatMap((story) =>
    rehearses.flatMap(({ dialect, scenarios }) =>
      (scenarios as readonly string[]).includes(story) ? [`${dialect}/${story}`] : [],
    ),
  )
}
