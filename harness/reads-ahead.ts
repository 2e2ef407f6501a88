import type { ScimRequest } from '#scim'
import type { Answered } from './client.ts'
import type { RehearsalStep } from './rehearsal.ts'

/** Reads of a play that follow whatever is answered: they go together, and each is handed over when the play asks for it. */
export interface ReadsAhead {
  ask(step: Pick<RehearsalStep, 'request' | 'reads' | 'pause'>): Promise<Answered>
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>
}

/** @param send how many go at once is for the client to say */
export function createReadsAhead(send: (request: ScimRequest) => Promise<Answered>): ReadsAhead {
  const ahead = new Map<string, Promise<Answered>>()
  const underWay = new Set<Promise<unknown>>()
  const sendAhead = (request: ScimRequest) => {
    const answer = send(request)
    ahead.set(keyOf(request), answer)
    // The play hears of a failure when it asks; it may never do so.
    const over = answer.catch(() => undefined).finally(() => underWay.delete(over))
    underWay.add(over)
  }
  const take = (request: ScimRequest) => {
    const key = keyOf(request)
    const answer = ahead.get(key)
    ahead.delete(key)
    return answer
  }
  return {
    ask: ({ request, reads, pause }) => {
      // What was read before a write, or before a pause, shows nothing of what comes after it.
      if (reads || pause || request.method !== 'GET') ahead.clear()
      const answer = take(request) ?? send(request)
      const asked = keyOf(request)
      for (const read of reads ?? []) {
        const key = keyOf(read)
        if (key !== asked && !ahead.has(key)) sendAhead(read)
      }
      return answer
    },
    settled: async () => void (await Promise.all(underWay)),
  }
}

const keyOf = ({ path, headers }: ScimRequest): string => (headers ? JSON.stringify([path, headers]) : path)
