import { bodyOf, type Detail, sameState } from '#check'
import type { Exchange, Json } from '#scim'

/** The displayName is the one that was read before: a target may have stored it in a form of its own. */
export function nameIsAs(before: Exchange, after: Exchange): [boolean, Detail] {
  const [expected, actual] = [before, after].map((one): Json | undefined => bodyOf(one)?.displayName)
  return [sameState(expected, actual), { expected: expected ?? null, actual, pointer: '/displayName' }]
}
