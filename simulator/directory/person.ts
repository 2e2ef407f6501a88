import type { Attributes } from './attributes.ts'
import type { Person, Roster } from './directory.ts'

/** What is kept of somebody in the directory. */
export interface Standing extends Pick<Person, 'account' | 'assigned' | 'manager'> {
  /** All attributes, where they are not those of the roster any more. */
  readonly changed?: Attributes
}

/** Gives one for all who are in the same place: nearly everybody shares account, assignment and manager with others. */
export function standings(): (standing: Standing) => Standing {
  const known = new Map<string, Standing>()
  return (standing) => {
    if (standing.changed) return standing
    const key = `${standing.account} ${standing.assigned} ${standing.manager ?? ''}`
    const same = known.get(key)
    if (same) return same
    known.set(key, standing)
    return standing
  }
}

const WORKING: ReadonlySet<Person['account']> = new Set(['enabled', 'suspended'])

/** Attributes of so many people are kept for the next time. Of more than that, nobody's who comes later. */
const MOST_KEPT = 1_000

/** The same roster, which does not make the attributes of small places again and again. */
export function remembering(roster: Roster): Pick<Roster, 'get'> {
  const known = new Map<string, Attributes>()
  return {
    get: (key) => {
      const attributes = known.get(key) ?? roster.get(key)
      if (attributes && known.size < MOST_KEPT) known.set(key, attributes)
      return attributes
    },
  }
}

export function personIn(roster: Pick<Roster, 'get'>, key: string, standing: Standing): Person {
  return new Found(roster, key, standing)
}

/** Somebody as they are found in the directory. Attributes are made of the roster when they are asked for, and not kept. */
class Found implements Person {
  readonly key: string
  declare readonly attributes: Attributes
  readonly account: Person['account']
  readonly assigned: boolean
  readonly active: boolean
  declare readonly manager?: string
  readonly #roster: Pick<Roster, 'get'>
  #attributes: Attributes | undefined

  /** Of the person itself, not of the class: a copy must have them, too. */
  static readonly #ATTRIBUTES: PropertyDescriptor & ThisType<Found> = {
    enumerable: true,
    get() {
      this.#attributes ??= this.#roster.get(this.key) ?? {}
      return this.#attributes
    },
  }

  constructor(roster: Pick<Roster, 'get'>, key: string, { account, assigned, manager, changed }: Standing) {
    this.key = key
    this.#roster = roster
    this.#attributes = changed
    Object.defineProperty(this, 'attributes', Found.#ATTRIBUTES)
    this.account = account
    this.assigned = assigned
    this.active = WORKING.has(account) && assigned
    if (manager !== undefined) this.manager = manager
  }
}
