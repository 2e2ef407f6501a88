import type { Stored } from '../store.ts'

export const STRATEGIES = ['SLETT', 'BEHOLD', 'BEHOLD_NOEN'] as const

/** What is left of a source that was disconnected. */
export interface Tombstone {
  readonly kildeId: string
  /** Milliseconds since 1970. */
  readonly since: number
  readonly oppryddingsstrategi: (typeof STRATEGIES)[number]
  readonly beholdBrukerIder: readonly string[]
  readonly beholdGruppeIder: readonly string[]
}

/** Why tokens of before are of no use any more. */
export type Restart = 'SOURCE_CHANGED' | 'TOKEN_EXPIRED' | 'FULL_RESYNC_REQUESTED'

/** What administrators decide about the source: none of it can be written by SCIM. */
export class Source {
  state: 'active' | 'none' | Tombstone = 'active'
  /** Counts what made earlier tokens worthless. */
  epoch = 0
  restart: Restart = 'TOKEN_EXPIRED'
  /** Counts how often the source was replaced: then everybody has another id. */
  #generation = 0
  /** Entered by hand, by the id of the user. */
  readonly #numbers = new Map<string, string>()

  /** From now on readers have to begin anew. */
  begin(why: Restart): void {
    this.epoch += 1
    this.restart = why
    if (why === 'SOURCE_CHANGED') this.#generation += 1
  }

  enter(user: Stored, identityNumber: string | undefined): void {
    if (identityNumber === undefined) this.#numbers.delete(user.id)
    else this.#numbers.set(user.id, identityNumber)
  }

  enteredFor(id: string): string | undefined {
    return this.#numbers.get(id)
  }

  /** The id by which readers know a resource. */
  shownId(id: string): string {
    return this.#generation === 0 ? id : `${id}~${this.#generation}`
  }

  /** The id that a reader means; undefined for one that was never shown, or not by this source. */
  meantBy(shown: string): string | undefined {
    const id = shown.replace(/~\d+$/, '')
    return this.shownId(id) === shown ? id : undefined
  }
}
