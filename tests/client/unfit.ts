/** What a dialect cannot do for a profile, whatever its story: it lacks what the profile demands. */
export const UNFIT: Readonly<Record<string, readonly string[]>> = {
  'fiks/F-22-client': ['onelogin'],
}

/** Its people have no names: who sends no name for them sends what there is. */
export const NAMELESS = { story: 'groups/large-group', requirement: 'fiks/F-23-client' }
