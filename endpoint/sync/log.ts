import { sameJson } from '#scim'
import type { Service } from '../service.ts'
import type { Stored } from '../store.ts'
import type { Entry, SyncRules } from './rules.ts'
import type { Stream } from './settings.ts'

const STREAMS: Readonly<Record<string, Stream>> = { User: 'brukere', Group: 'grupper' }

/**
 * The last change of every user and group, deleted ones too, in the order in which they happened. It hears of them from
 * the store, so whatever happens there, by whatever request, is told.
 */
export class ChangeLog {
  readonly #entries = new Map<string, Entry>()
  readonly #service: Service
  readonly #rules: SyncRules
  #count = 0
  #born = 0
  #time = 0

  constructor(service: Service, rules: SyncRules) {
    this.#service = service
    this.#rules = rules
    service.store.watch((before, after) => this.#hear(before, after))
  }

  /** The number of the latest change. */
  get latest(): number {
    return this.#count
  }

  /** Those of a stream that changed after the change of this number. */
  after(stream: Stream, number: number): readonly Entry[] {
    const all = [...this.#entries.values()].filter((one) => one.stream === stream && one.at > number)
    return this.#rules.order(all)
  }

  /** Something besides what clients of SCIM write has changed: the number that an administrator entered. */
  touch(stored: Stored): void {
    const stream = STREAMS[stored.model.type.name]
    if (stream) this.#note(stored.id, stream, false, this.#service.now().getTime())
  }

  #hear(before: Stored | undefined, after: Stored | undefined): void {
    const either = after ?? before
    const stream = either && STREAMS[either.model.type.name]
    if (!either || !stream || (before && after && sameJson(before.body, after.body))) return
    const change = { id: either.id, stream, before: before?.body, after: after?.body }
    if (!this.#rules.tells(change)) return
    this.#note(either.id, stream, !after, after?.changedAt ?? this.#service.now().getTime())
  }

  /** A later change takes the place of an earlier one, at the end. Times never go back. */
  #note(id: string, stream: Stream, isDeleted: boolean, at: number): void {
    const known = this.#entries.get(id)
    this.#entries.delete(id)
    this.#time = Math.max(at, this.#time)
    const born = known?.born ?? ++this.#born
    this.#entries.set(id, { id, stream, at: ++this.#count, born, time: this.#time, isDeleted })
  }
}
