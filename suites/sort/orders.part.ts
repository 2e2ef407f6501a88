import { type Act, bodyOf, type Claims, createdId, idsIn, type RequirementId } from '#check'
import { answering, type Exchange, type Json, type JsonObject, sameJson, URN } from '#scim'
import { SORTED } from './people.part.ts'
import { type Kept, sharedSet } from './set.part.ts'

/** Requirement, how the list is asked for, and which of the users come in which order. */
type Order<R extends RequirementId> = readonly [row: R, query: object, order: readonly number[]]
type Lists = { readonly users: readonly Exchange[]; readonly lists: readonly Exchange[] }

/** The ids of these users, as far as the page goes: it may hold less than all and then holds the first. */
export function firstIds(users: readonly Exchange[], order: readonly number[], page: Exchange): Json[] {
  return order.map((at) => createdId(users[at])).slice(0, Math.max(1, idsIn(page).length))
}

/** What a broken target answers: these users in this order. */
export function listIn(users: readonly Exchange[], order: readonly number[]): JsonObject {
  const Resources = order.map((at) => bodyOf(users[at] as Exchange) ?? {})
  return { schemas: [URN.listResponse], totalResults: Resources.length, Resources }
}

/** What checks of sorting have in common: users in one order of creation, asked for in others. */
export function ordersOf<R extends RequirementId>(orders: readonly Order<R>[], kept?: Kept) {
  return {
    async act(act: Act): Promise<Lists> {
      const { users, ask } = await sharedSet(act, SORTED, kept)
      const lists: Exchange[] = []
      for (const [, query] of orders) lists.push(await ask(query))
      return { users, lists }
    },

    judge({ users, lists }: Lists, claim: Claims<R>) {
      orders.forEach(([row, , order], index) => {
        const list = lists[index] as Exchange
        const [expected, actual] = [firstIds(users, order, list), idsIn(list)]
        claim(row, list)
          .status(200)
          .holds(sameJson(actual, expected), { what: 'ids in order', expected, actual })
      })
    },

    counterexample: ({ users, lists }: Lists) => {
      const asMade = listIn(users, [...users.keys()])
      return { users, lists: lists.map((list) => answering(list, { body: asMade })) }
    },
  }
}
