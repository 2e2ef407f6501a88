import { type Act, type Case, get } from '#check'
import type { Exchange } from '#scim'
import { anybody } from './people.part.ts'

interface OwnFilter extends Case {
  readonly filter: string
}

/** Asks the filter of the case; U in it stands for the userName of a user that exists. */
export async function askAboutOwnUser(act: Act<OwnFilter>): Promise<{ list: Exchange }> {
  const { of, endpoint, send } = act
  const { sent } = await anybody(act)
  const filter = of.filter.replace(/\bU\b/, () => JSON.stringify(sent.userName))
  return { list: await send(get(endpoint('User'), { filter })) }
}
