import { elementsOf } from '#check'
import { type Json, member } from '#scim'
import type { Kept, UserSet } from './set.part.ts'

/**
 * What sorting is tried on. Each attribute has an order of its own, none of which is the order of creation or its
 * opposite: which attribute a list was sorted by shows.
 */
const PEOPLE = [
  { letter: 'b', displayName: 'Nilsen', given: 'Berit', family: 'Nygård', title: 'Renholder', mail: 'eb' },
  { letter: 'd', displayName: 'Olsen', given: 'Anna', family: 'Olsen', title: undefined, mail: 'dc' },
  { letter: 'a', displayName: 'Moen', given: 'Cato', family: 'Moen', title: 'Vernepleier', mail: 'fa' },
  { letter: 'c', displayName: 'Aas', given: 'Dina', family: 'Aas', title: 'Adjunkt', mail: 'gd' },
] as const

export const SORTED: UserSet = {
  id: 'sortert',
  members: PEOPLE.map(({ letter, displayName, given, family, title, mail }) => ({
    name: letter,
    own: (set) => ({
      displayName,
      name: { givenName: given, familyName: family },
      ...(title ? { title } : {}),
      // The first letter is that of the address at home, the second that of the primary one.
      emails: [
        { value: `${mail[0]}.${set}@scim-test.example`, type: 'home' },
        { value: `${mail[1]}.${set}@scim-test.example`, type: 'work', primary: true },
      ],
    }),
  })),
}

/** Who comes when: the places in `SORTED`. */
export const BY = {
  userName: [2, 0, 3, 1],
  displayName: [3, 2, 0, 1],
  familyName: [3, 2, 0, 1],
  givenName: [1, 0, 2, 3],
  /** The one without a title last. */
  title: [3, 0, 2, 1],
  firstEmail: [1, 0, 2, 3],
  primaryEmail: [2, 0, 1, 3],
} as const

/** Present or absent, and the same but for letter case: a target may store all in small letters. */
function isSame(stored: Json | undefined, sent: string | undefined): boolean {
  return String(stored ?? '').toLowerCase() === (sent ?? '').toLowerCase()
}

export const KEPT_NAMES: Kept = {
  what: 'displayName',
  isKept: (user, at) => isSame(user.displayName, PEOPLE[at]?.displayName),
}
export const KEPT_PARTS: Kept = { what: 'name', isKept: ({ name }) => name !== undefined }
export const KEPT_TITLES: Kept = {
  what: 'title as it was sent',
  mayLack: 'title',
  isKept: ({ title }, at) => isSame(title, PEOPLE[at]?.title),
}
export const KEPT_PRIMARY: Kept = {
  what: 'which address is primary',
  isKept: (user) =>
    elementsOf(user, 'emails').filter((email) => member(email, 'primary') === true).length === 1,
}
