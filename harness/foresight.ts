import type { ScimRequest } from '#scim'
import { type Intent, type Journal, marksOf } from './journal.ts'

/** Creates that are likely to follow: they need not wait for the disk when their turn comes. */
export interface Foresight {
  /**
   * The intent goes to the disk while the target works on something else; nothing is sent. One of each item is foreseen at
   * a time.
   */
  foresee(request: ScimRequest, by: string): void
  /** What was foreseen does not follow: its intent is said to be refused. */
  forgo(by: string): Promise<void>
  /** Number of the intent, which is on the disk itself: the one that was foreseen, or another one. */
  intent(intent: Intent, by: string): Promise<number>
}

interface Foreseen {
  readonly key: string
  readonly number: Promise<number>
}

/** @param tag the run's mark */
export function createForesight(journal: Journal, tag: string): Foresight {
  const next = new Map<string, Foreseen>()
  const take = (by: string) => {
    const foreseen = next.get(by)
    next.delete(by)
    return foreseen
  }
  const forgo = async (by: string) => {
    // What the disk did not take is no intent.
    await take(by)?.number.then(journal.refused, () => undefined)
  }
  return {
    foresee: (request, by) => {
      const intent = intentOf(request, tag)
      const key = keyOf(intent)
      if (next.get(by)?.key === key) return
      void forgo(by)
      const number = journal.intentAhead(intent.collection, intent.marks)
      // Whoever needs it hears of it; nobody may.
      number.catch(() => undefined)
      next.set(by, { key, number })
    },
    forgo,
    intent: async (intent, by) => {
      if (next.get(by)?.key === keyOf(intent)) return await (take(by) as Foreseen).number
      await forgo(by)
      return await journal.intent(intent.collection, intent.marks)
    },
  }
}

const keyOf = (intent: Intent): string => JSON.stringify([intent.collection, intent.marks])

/** What a create would make, by its path and body. */
export function intentOf({ path, body }: ScimRequest, tag: string): Intent {
  return { collection: (path.split('?', 1)[0] ?? '').replace(/\/+$/, ''), marks: marksOf(body, tag) }
}
