import { type Act, type Case, get } from '#check'
import type { Exchange } from '#scim'
import { findable } from './findable.part.ts'

interface OwnFilter extends Case {
  readonly filter: string
}

/** Asks the filter of the case; U in it stands for the userName of a user that exists and is found. */
export async function askAboutOwnUser(act: Act<OwnFilter>): Promise<{ list: Exchange }> {
  const { of, endpoint, given, send } = act
  const made = await given('User')
  await findable(act, made)
  const filter = of.filter.replace(/\bU\b/, () => JSON.stringify(made.sent.userName))
  return { list: await send(get(endpoint('User'), { filter })) }
}
