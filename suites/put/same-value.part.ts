import { bodyOf, type Detail, sameState } from '#check'
import { type Exchange, member } from '#scim'

/** Has the attribute the same value in both? Absent, null and [] are one, and values may come in any order. */
export function sameValue(before: Exchange, after: Exchange, name: string): [boolean, Detail] {
  const expected = member(bodyOf(before), name) ?? null
  const actual = member(bodyOf(after), name) ?? null
  return [sameState(actual, expected), { expected, actual, pointer: `/${name}` }]
}
