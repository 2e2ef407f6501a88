import { type Act, get, idsIn, type Made } from '#check'
import type { Exchange } from '#scim'

/** The filter that finds this user alone. */
export function byName({ sent }: Made): string {
  return `userName eq ${JSON.stringify(sent.userName)}`
}

/**
 * Waits until the target finds the user by name, so that later answers tell of filters and not of its delay.
 * `ask` lists the user if it also meets a condition.
 */
export async function findable({ endpoint, eventually }: Pick<Act, 'endpoint' | 'eventually'>, made: Made) {
  const own = byName(made)
  const list = await eventually(get(endpoint('User'), { filter: own }), (one) => idsIn(one).includes(made.id))
  return { list, ask: (condition: string) => get(endpoint('User'), { filter: `${own} and ${condition}` }) }
}

/** For `eventually`: the list has the resource, or the target refuses the filter and waiting is in vain. */
export function showsOrRefuses(id: string): (list: Exchange) => boolean {
  return (list) => list.response?.status !== 200 || idsIn(list).includes(id)
}
