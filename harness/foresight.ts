import type { ScimRequest } from '#scim'
import { type Intent, type Journal, marksOf } from './journal.ts'

/** Creates that are likely to follow: they need not wait for the disk when their turn comes. */
export interface Foresight {
  /**
   * Their intents go to the disk together, while the target works on something else; nothing is sent. They take the place
   * of those that were foreseen for the item before and have not come.
   */
  foresee(requests: readonly ScimRequest[], by: string): void
  /** What was foreseen does not follow: its intents are said to be refused. */
  forgo(by: string): Promise<void>
  /** Number of the intent, which is on the disk itself: the one that was foreseen, or another one. */
  intent(intent: Intent, by: string): Promise<number>
}

/** Numbers of intents that are on the disk, or will be, by what they would make. */
type Foreseen = Map<string, Promise<number>>

/** @param tag the run's mark */
export function createForesight(journal: Journal, tag: string): Foresight {
  const byItem = new Map<string, Foreseen>()
  const announce = (intents: ReadonlyMap<string, Intent>): Foreseen => {
    const all = journal.intentsAhead([...intents.values()])
    const numbers = [...intents.keys()].map((key, index): [string, Promise<number>] => {
      const number = all.then((list) => list[index] as number)
      // Whoever needs it hears of it; nobody may.
      number.catch(() => undefined)
      return [key, number]
    })
    return new Map(numbers)
  }
  const refuse = async (numbers: Iterable<Promise<number>>) => {
    // What the disk did not take is no intent.
    await Promise.all([...numbers].map((number) => number.then(journal.refused, () => undefined)))
  }
  return {
    foresee: (requests, by) => {
      const old: Foreseen = byItem.get(by) ?? new Map()
      const intents = new Map(requests.map((request) => entryOf(intentOf(request, tag))))
      const known = [...old].filter(([key]) => intents.delete(key))
      for (const [key] of known) old.delete(key)
      void refuse(old.values())
      byItem.set(by, new Map([...known, ...announce(intents)]))
    },
    forgo: async (by) => {
      const left = byItem.get(by)?.values() ?? []
      byItem.delete(by)
      await refuse(left)
    },
    intent: async (intent, by) => {
      const key = keyOf(intent)
      const number = byItem.get(by)?.get(key)
      byItem.get(by)?.delete(key)
      return await (number ?? journal.intent(intent.collection, intent.marks))
    },
  }
}

const entryOf = (intent: Intent): [string, Intent] => [keyOf(intent), intent]

const keyOf = (intent: Intent): string => JSON.stringify([intent.collection, intent.marks])

/** What a create would make, by its path and body. */
export function intentOf({ path, body }: ScimRequest, tag: string): Intent {
  return { collection: (path.split('?', 1)[0] ?? '').replace(/\/+$/, ''), marks: marksOf(body, tag) }
}
