import { type Act, get, idsIn, type Made } from '#check'
import type { Exchange, ScimRequest } from '#scim'

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

/** A condition that a user is asked for with, and whether the user meets it. */
interface Asked {
  readonly condition: string
  readonly hit: boolean
}

/** Asks for a user by name and one condition each. The first that it meets is waited for: targets may be slow. */
export async function askAbout(
  { endpoint, eventually, send }: Pick<Act, 'endpoint' | 'eventually' | 'send'>,
  made: Made,
  conditions: readonly Asked[],
): Promise<Exchange[]> {
  const ask = (condition: string): ScimRequest =>
    get(endpoint('User'), { filter: `${byName(made)} and ${condition}` })
  const first = conditions.findIndex(({ hit }) => hit)
  const answers: Exchange[] = []
  for (const [at, { condition }] of conditions.entries()) {
    const answer = at === first ? eventually(ask(condition), showsOrRefuses(made.id)) : send(ask(condition))
    answers.push(await answer)
  }
  return answers
}
