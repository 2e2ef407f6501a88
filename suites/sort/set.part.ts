import { type Act, bodyOf, type Facts, get } from '#check'
import { type Exchange, type Json, type JsonObject, URN } from '#scim'
import { findAttribute, findSchema } from '#scim/schema'

/** A user of a set: what its userName ends in, and what else it has. */
interface Member {
  readonly name: string
  readonly own?: (set: string) => JsonObject
}

/** Users whose order is asked for, in the order of creation. Checks that only sort share them. */
export interface UserSet {
  /** Names the set; nobody else's userName begins with it. */
  readonly id: string
  readonly members: readonly Member[]
}

/** What a target must have kept of each user, or the order says nothing. */
export interface Kept {
  /** As in 'the target did not keep …'. */
  readonly what: string
  readonly isKept: (user: JsonObject, at: number) => boolean
  /** An attribute that one of them has to go without, which a target may not allow. */
  readonly mayLack?: string
}

/**
 * Makes the users of a set, one after another. `ask` lists them and no stranger, which takes the operator sw; the
 * first list is waited for until it is whole.
 */
export async function sharedSet(act: Omit<Act, 'of'>, { id, members }: UserSet, kept?: Kept) {
  const { address, blocked, draft, endpoint, eventually, facts, notOffered, shared, sharedMark } = act
  if (kept?.mayLack && draft('User')[kept.mayLack] !== undefined)
    notOffered(`the target demands a ${kept.mayLack} of every user`)
  const set = sharedMark(id)
  const users: Exchange[] = []
  for (const [at, { name, own }] of members.entries()) {
    const { body, created } = await shared('User', {
      userName: address(`${set}-${name}`),
      ...described(facts, own?.(set)),
    })
    if (kept && !kept.isKept(body, at)) blocked(`the target did not keep ${kept.what}`)
    users.push(created)
  }
  const list = (query: object) =>
    eventually(
      get(endpoint('User'), { filter: `userName sw "${set}"`, ...query }),
      (one) => one.response?.status !== 200 || bodyOf(one)?.totalResults === members.length,
    )
  const ask = async (query: object): Promise<Exchange> => {
    const answer = await list(query)
    // Refused for sorting, or for sw? Only the first is judged.
    if (answer.response?.status !== 200 && (await list({})).response?.status !== 200)
      notOffered('the target refuses sw, which keeps strangers out of the list')
    return answer
  }
  return { users, ask }
}

/** What a target does not have it need not take; the checks that need it are not applied then. */
function described({ schemas }: Facts, own: JsonObject = {}): JsonObject {
  const known = findSchema(schemas, URN.user)?.attributes
  const isKnown = ([name]: [string, Json]) =>
    !known || name.includes(':') || findAttribute(known, name) !== undefined
  return Object.fromEntries(Object.entries(own).filter(isKnown))
}
