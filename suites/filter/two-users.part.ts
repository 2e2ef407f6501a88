import { type Act, type Claim, get, idsIn, type Made, reading } from '#check'
import { type Exchange, sameJson } from '#scim'
import { findable } from './findable.part.ts'
import { idOf } from './found.part.ts'

/** Asks filters about two users, A and B. `terms` says what each letter in a filter stands for. */
export async function askAboutTwo(
  act: Act,
  made: readonly Made[],
  terms: Readonly<Record<string, string>>,
  filters: readonly string[],
): Promise<Exchange[]> {
  for (const one of made) await findable(act, one)
  const answers: Exchange[] = []
  for (const filter of filters) {
    const filled = filter.replace(/\b[A-Z]1?\b/g, (term) => terms[term] ?? term)
    answers.push(await act.send(get(act.endpoint('User'), { filter: filled })))
  }
  return answers
}

/** States that a list holds the users named by `hits` ('AB': both), in whatever order, or that it is refused. */
export function findsOfTwo(claim: Claim, list: Exchange, users: readonly Exchange[], hits: string): void {
  const stated = claim.status(200, reading('AMB-074/operator-unsupported', 400))
  if (list.response?.status === 400) return
  const expected = [...hits].map((hit) => idOf(users[hit === 'A' ? 0 : 1])).sort()
  const actual = idsIn(list).sort()
  stated.holds(sameJson(actual, expected), { what: 'ids found', expected, actual })
}
