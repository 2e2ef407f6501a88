import { type Act, bodyOf, get, listOfAll, type Made, unlessRefused } from '#check'
import type { Exchange, ScimRequest } from '#scim'

/** How many users or groups the checks of this topic page through together. */
export const SIZE = 5

type Sending = Pick<Act, 'send'>

/** The resource as its creation showed it, or as a GET does where the answer had no body. */
async function shown({ send }: Sending, { created, path }: Made): Promise<Exchange> {
  return bodyOf(created)?.id === undefined ? send(get(path)) : created
}

/** One user whom nobody changes. `ask` lists it alone, on whatever page; `whole` is that list, once it is shown. */
export async function listOfOne(act: Act) {
  const made = await act.shared('User')
  const filter = `userName eq ${JSON.stringify(made.sent.userName)}`
  const ask = (query: object): ScimRequest => get(act.endpoint('User'), { filter, ...query })
  const whole = await act.eventually(ask({}), (list) => bodyOf(list)?.totalResults === 1)
  await unlessRefused(act, whole)
  return { user: await shown(act, made), whole, page: pageBy(act, ask) }
}

const NAMES = { User: 'userName', Group: 'displayName' } as const

/** Users or groups whom nobody changes, in the order of their names. */
export async function pagedSet(act: Act, resource: keyof typeof NAMES = 'User') {
  const attribute = NAMES[resource]
  const named = (name: string) => (resource === 'User' ? act.address(name) : name)
  const set = act.sharedMark('paged')
  const made: Exchange[] = []
  for (let n = 1; n <= SIZE; n++)
    made.push(await shown(act, await act.shared(resource, { [attribute]: named(`${set}-${n}`) })))
  const filter = `${attribute} sw "${set}"`
  const ask = (query: object): ScimRequest => get(act.endpoint(resource), { filter, ...query })
  return { made, filter, ask }
}

/** The same, shown in lists. `page` asks for them and for nobody else; `whole` is the list without paging. */
export async function listOfSet(act: Act, resource: keyof typeof NAMES = 'User') {
  const { made, filter, ask } = await pagedSet(act, resource)
  return { made, filter, whole: await listOfAll(act, ask({}), SIZE), page: pageBy(act, ask) }
}

/** RFC 9865 section 2.3: who answers with a cursor though a startIndex was named has no pages by index. */
function pageBy({ send, notOffered }: Act, ask: (query: object) => ScimRequest) {
  return async (query: { readonly startIndex?: number; readonly [name: string]: unknown }) => {
    const page = await send(ask(query))
    const body = bodyOf(page)
    if (query.startIndex !== undefined && body?.startIndex === undefined && body?.nextCursor)
      notOffered('the target answers a startIndex with a cursor')
    return page
  }
}
