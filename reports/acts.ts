import { isObject, type Json, type JsonObject } from '#scim'

/** One thing that the timeline of a play tells. */
export type Row<Step> =
  | { readonly kind: 'event'; readonly text: string }
  | { readonly kind: 'sync'; readonly sync: number }
  | { readonly kind: 'request'; readonly step: Step }
  /** Requests that read back what was written, one after the other. */
  | { readonly kind: 'readings'; readonly steps: readonly Step[] }
  /** Requests that are not kept in the report. */
  | { readonly kind: 'gap'; readonly requests: number }
  /** Lines of the timeline that are not. */
  | { readonly kind: 'omitted'; readonly lines: number }
  | { readonly kind: 'problem'; readonly object: string; readonly text: string }
  /** `index`: which of the play's differences it is. */
  | { readonly kind: 'difference'; readonly what: string; readonly cost: string; readonly index: number }

/** What happened until the end of a synchronisation, or after the last one. */
export interface Act<Step> {
  readonly rows: readonly Row<Step>[]
  readonly end?: SyncEnd
}

export interface SyncEnd {
  readonly sync: number
  readonly requests: number
  readonly differences: number
  /** Absent in records of before this was kept. */
  readonly compared?: number
  readonly groups?: Membership
}

/** By group: who is in it. `target` is absent where that could not be read. */
export type Membership = Readonly<
  Record<string, { readonly directory: readonly string[]; readonly target?: readonly string[] }>
>

export interface Told {
  /** Which request of the play it is, from 0. */
  readonly index: number
  readonly isReading: boolean
  /** Whether it must be shown by itself. */
  readonly isCause: boolean
}

/** Events, requests and findings of a play in the order in which they happened, synchronisation by synchronisation. */
export function actsOf<Step extends Told>(timeline: readonly Json[], steps: readonly Step[]): Act<Step>[] {
  const teller = new Teller(steps)
  for (const entry of timeline) if (isObject(entry)) teller.tell(entry)
  return teller.end()
}

class Teller<Step extends Told> {
  private readonly acts: Act<Step>[] = []
  private readonly steps: readonly Step[]
  private rows: Row<Step>[] = []
  private next = 0
  /** Requests told so far, whether kept or not. */
  private told = 0
  private differences = 0
  private syncs = 0

  constructor(steps: readonly Step[]) {
    this.steps = steps
  }

  tell(entry: JsonObject): void {
    const { event, problem, difference, cost, object } = entry
    const sync = numberIn(entry, 'sync')
    const requests = numberIn(entry, 'requests')
    if (sync !== undefined && requests !== undefined) {
      this.close(entry, sync, requests)
      return
    }
    const at = numberIn(entry, 'at')
    if (at !== undefined) this.advance(at)
    if (sync !== undefined && entry.begins === true) this.begin(sync)
    const omitted = numberIn(entry, 'omitted')
    if (omitted !== undefined) this.rows.push({ kind: 'omitted', lines: omitted })
    if (typeof event === 'string') this.rows.push({ kind: 'event', text: event })
    if (typeof problem === 'string')
      this.rows.push({ kind: 'problem', object: String(object ?? ''), text: problem })
    if (typeof difference === 'string') {
      const index = this.differences++
      this.rows.push({ kind: 'difference', what: difference, cost: String(cost ?? ''), index })
    }
  }

  end(): Act<Step>[] {
    this.advance(Number.POSITIVE_INFINITY)
    if (this.rows.length > 0) this.acts.push({ rows: this.rows })
    return this.acts
  }

  private close(entry: JsonObject, sync: number, requests: number): void {
    const at = numberIn(entry, 'at') ?? this.told + requests
    // Older records do not say where a synchronisation begins.
    if (this.syncs < sync) this.advance(at - requests)
    this.begin(sync)
    this.advance(at)
    const compared = numberIn(entry, 'compared')
    const { groups } = entry
    this.acts.push({
      rows: this.rows,
      end: {
        sync,
        requests,
        differences: numberIn(entry, 'differences') ?? 0,
        ...(compared === undefined ? {} : { compared }),
        ...(isObject(groups) ? { groups: groups as unknown as Membership } : {}),
      },
    })
    this.rows = []
  }

  private begin(sync: number): void {
    if (this.syncs >= sync) return
    this.syncs = sync
    this.rows.push({ kind: 'sync', sync })
  }

  /** Tells all requests before the one with this index. */
  private advance(until: number): void {
    for (let step = this.steps[this.next]; step && step.index < until; step = this.steps[this.next]) {
      this.skip(step.index)
      this.request(step)
      this.told = step.index + 1
      this.next += 1
    }
    if (Number.isFinite(until)) this.skip(until)
  }

  private skip(until: number): void {
    const requests = until - this.told
    // A play of which no single request was kept has no gaps either.
    if (requests > 0 && this.steps.length > 0) this.rows.push({ kind: 'gap', requests })
    this.told = Math.max(this.told, until)
  }

  private request(step: Step): void {
    const last = this.rows.at(-1)
    if (!step.isReading || step.isCause) this.rows.push({ kind: 'request', step })
    else if (last?.kind === 'readings')
      this.rows[this.rows.length - 1] = { kind: 'readings', steps: [...last.steps, step] }
    else this.rows.push({ kind: 'readings', steps: [step] })
  }
}

function numberIn(entry: JsonObject, name: string): number | undefined {
  const value = entry[name]
  return typeof value === 'number' ? value : undefined
}
