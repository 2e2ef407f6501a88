import { type Act, bodyOf, get, pointTo } from '#check'

/** A user whose name shows in parts: else it cannot be seen that one of them is left out. */
export async function namedUser({ given, send, blocked }: Pick<Act, 'given' | 'send' | 'blocked'>) {
  const user = await given('User')
  const full = await send(get(user.path))
  const parts = ['/name/givenName', '/name/familyName']
  if (parts.some((part) => pointTo(bodyOf(full), part) === undefined))
    blocked('the parts of name do not show')
  return { user, full }
}
