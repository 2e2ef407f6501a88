import { type Act, bodyOf, type Detail, elementsOf, get, patch, sameState } from '#check'
import { type Exchange, type Json, member, sameJson } from '#scim'

/** An address of the run's own that begins with this label, so that it is known again in whatever spelling. */
export const address = ({ mark }: Pick<Act, 'mark'>, label: string): string =>
  `${label}.${mark('m')}@scim-test.example`

export const mail = (act: Pick<Act, 'mark'>, label: string, type: string) => ({
  value: address(act, label),
  type,
})

/** A service may give people more addresses, in domains of its own. */
export const isOfTheRun = (email: Json): boolean =>
  !/@(?!scim-test\.example$)/i.test(String(member(email, 'value')))

/** What the addresses begin with, up to the first dot, in small letters and sorted: case and order mean nothing. */
export const labels = (exchange: Exchange): string[] =>
  elementsOf(bodyOf(exchange), 'emails')
    .filter(isOfTheRun)
    .map((email) => String(member(email, 'value')).toLowerCase().split('.', 1)[0] ?? '')
    .sort()

/** Are the addresses those with these labels? The labels are given sorted. */
export function emailsAre(exchange: Exchange, expected: string[]): [boolean, Detail] {
  const actual = labels(exchange)
  return [sameJson(actual, expected), { what: 'emails', expected, actual }]
}

/** Are the addresses as they were, in whatever order? */
export function emailsStayed(before: Exchange, after: Exchange): [boolean, Detail] {
  const [expected = [], actual = []] = [before, after].map((seen) => elementsOf(bodyOf(seen), 'emails'))
  return [sameState(actual, expected), { what: 'emails', expected, actual }]
}

/** Removes the second of three addresses, by the path that is made from it. */
export async function removeSecondOfThree(
  { blocked, given, send, mark }: Pick<Act, 'blocked' | 'given' | 'send' | 'mark'>,
  pathTo: (second: string) => string,
) {
  const two = mail({ mark }, 'two', 'home')
  const emails = [mail({ mark }, 'one', 'work'), two, mail({ mark }, 'three', 'other')]
  const user = await given('User', { emails })
  const before = await send(get(user.path))
  if (!labels(before).includes('two')) blocked('the target did not keep the second of three addresses')
  const removed = await send(patch(user.path, { op: 'remove', path: pathTo(two.value) }))
  return { before, removed, after: await send(get(user.path)) }
}
