import { type Act, type Claim, get, idsIn, type Made, reading } from '#check'
import { type Exchange, sameJson } from '#scim'
import { showsOrRefuses } from './findable.part.ts'
import { idOf } from './found.part.ts'

/** A filter about two users, A and B, and which of them it finds ('AB': both). */
interface AskedOfTwo {
  readonly filter: string
  readonly hits: string
}

/** Asks filters about two users, A and B. `terms` says what each letter in a filter stands for. */
export async function askAboutTwo(
  { endpoint, eventually, send }: Act,
  made: readonly [Made, Made],
  terms: Readonly<Record<string, string>>,
  filters: readonly AskedOfTwo[],
): Promise<Exchange[]> {
  const answers: Exchange[] = []
  // Targets may be slow to find what is new: it is waited for where it first has to be found.
  const waiting = new Set('AB')
  for (const { filter, hits } of filters) {
    const filled = filter.replace(/\b[A-Z]1?\b/g, (term) => terms[term] ?? term)
    const request = get(endpoint('User'), { filter: filled })
    const fresh = [...hits].filter((hit) => waiting.delete(hit)).map((hit) => made[hit === 'A' ? 0 : 1])
    const answer =
      fresh.length > 0
        ? eventually(request, (list) => fresh.every(({ id }) => showsOrRefuses(id)(list)))
        : send(request)
    answers.push(await answer)
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
