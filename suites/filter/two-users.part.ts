import { type Act, type Claim, createdId, findsJust, get, hasTotal, reading } from '#check'
import type { Exchange } from '#scim'

/** A filter about two users, A and B, and which of them it finds ('AB': both). */
interface AskedOfTwo {
  readonly filter: string
  readonly hits: string
}

/** Asks filters about two users, A and B. `terms` says what each letter in a filter stands for. */
export async function askAboutTwo(
  { endpoint, eventually, send }: Act,
  terms: Readonly<Record<string, string>>,
  filters: readonly AskedOfTwo[],
): Promise<Exchange[]> {
  const answers: Exchange[] = []
  // Targets may be slow to find what is new: it is waited for where it first has to be found.
  const waiting = new Set('AB')
  for (const { filter, hits } of filters) {
    const filled = filter.replace(/\b[A-Z]1?\b/g, (term) => terms[term] ?? term)
    const request = get(endpoint('User'), { filter: filled })
    const isFresh = [...hits].filter((hit) => waiting.delete(hit)).length > 0
    const isThere = (list: Exchange) => list.response?.status !== 200 || hasTotal(list, hits.length)
    answers.push(await (isFresh ? eventually(request, isThere) : send(request)))
  }
  return answers
}

/** States that a list holds the users named by `hits` ('AB': both), in whatever order, or that it is refused. */
export function findsOfTwo(claim: Claim, list: Exchange, users: readonly Exchange[], hits: string): void {
  const stated = claim.status(200, reading('AMB-074/operator-unsupported', 400))
  if (list.response?.status === 400) return
  stated.holds(
    ...findsJust(
      list,
      [...hits].map((hit) => createdId(users[hit === 'A' ? 0 : 1])),
    ),
  )
}
