import { type Act, bodyOf, get, type Made, pointTo } from '#check'
import type { Exchange } from '#scim'

/** A user whose name shows in parts, else it cannot be seen that one is left out; and answers with each parameter. */
export async function namedUser(
  { shared, send, blocked }: Pick<Act, 'shared' | 'send' | 'blocked'>,
  parameter: 'attributes' | 'excludedAttributes',
  names: readonly string[],
): Promise<{ user: Made; full: Exchange; cuts: Exchange[] }> {
  const user = await shared('User')
  const full = await send(get(user.path))
  const parts = ['/name/givenName', '/name/familyName']
  if (parts.some((part) => pointTo(bodyOf(full), part) === undefined))
    blocked('the parts of name do not show')
  const cuts: Exchange[] = []
  for (const name of names) cuts.push(await send(get(user.path, { [parameter]: name })))
  return { user, full, cuts }
}
