import type { ProfileRequirement } from '#check'

type Level = ProfileRequirement['level']
/** What observes it elsewhere, or why nothing does; neither where the profile has a check of its own. */
type Rest = Pick<ProfileRequirement, 'mapped' | 'unobservable'>

/** Rows that share a source and a way of knowing. */
export const rowsFrom =
  (source: string, confidence: ProfileRequirement['confidence']) =>
  (name: string, level: Level, requirement: string, rest: Rest = {}): ProfileRequirement => ({
    id: `entra/${name}`,
    level,
    requirement,
    source,
    confidence,
    ...rest,
  })

export const by = (...mapped: string[]): Rest => ({ mapped })
export const unseen = (unobservable: string): Rest => ({ unobservable })

/** The validator objects to what the RFCs allow: worth knowing, and no fault of the target. */
export const wouldReport = (what: string): string =>
  `Microsoft's validator would report a target that ${what}`
