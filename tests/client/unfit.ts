/** What a dialect cannot do for a profile, whatever its story: it lacks what the profile demands. */
export const UNFIT: Readonly<Record<string, readonly string[]>> = {
  'fiks/F-22-client': ['onelogin'],
}

/** Its people have no names: who sends no name for them sends what there is. */
const NAMELESS = { story: 'groups/large-group', requirement: 'fiks/F-23-client' }

/** Groups in groups, which these send as members (ENT-162) and Fiks forbids. */
export const NESTED = {
  dialects: ['entra', 'entra-flag'],
  stories: ['groups/nested-group', 'groups/nested-group-taken-out'],
  requirement: 'fiks/F-53-client',
}

export interface Failed {
  readonly dialect: string
  readonly story: string
  readonly requirement: string
}

/** Whether it follows from the story, in this dialect or in any. */
export function isOfTheStory({ dialect, story, requirement }: Failed): boolean {
  if (story === NAMELESS.story && requirement === NAMELESS.requirement) return true
  const { dialects, stories } = NESTED
  return requirement === NESTED.requirement && dialects.includes(dialect) && stories.includes(story)
}

export function isUnfit(failed: Failed): boolean {
  return UNFIT[failed.requirement]?.includes(failed.dialect) === true || isOfTheStory(failed)
}
