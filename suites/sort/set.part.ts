import { type Act, bodyOf, get } from '#check'
import type { Exchange, JsonObject, ScimRequest } from '#scim'

/** One user of a set: what its userName ends in, and what else it has. */
export interface Member {
  readonly name: string | number
  readonly own?: (set: string) => JsonObject
}

/** What a target must have kept of each user, or the order says nothing. */
export interface Kept {
  /** As in 'the target did not keep …'. */
  readonly what: string
  readonly isKept: (user: JsonObject | undefined, at: number) => boolean
}

/** Makes users under one name, in this order. `ask` lists them and no stranger, which takes the operator sw. */
export async function madeSet(act: Act, members: readonly Member[], kept?: Kept) {
  const { blocked, endpoint, eventually, given, mark, notOffered, send } = act
  const set = mark('set')
  const users: Exchange[] = []
  for (const [at, { name, own }] of members.entries()) {
    const { path } = await given('User', { userName: `${set}-${name}@scim-test.example`, ...own?.(set) })
    const user = await send(get(path))
    if (kept && !kept.isKept(bodyOf(user), at)) blocked(`the target did not keep ${kept.what}`)
    users.push(user)
  }
  const ask = (query: object): ScimRequest =>
    get(endpoint('User'), { filter: `userName sw "${set}"`, ...query })
  const all = await eventually(ask({}), (list) => bodyOf(list)?.totalResults === members.length)
  if (all.response?.status !== 200) notOffered('the target refuses sw, which keeps strangers out of the list')
  return { users, ask }
}
