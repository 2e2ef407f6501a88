import type { Exchange, Json, ScimRequest } from '#scim'
import type { Answered, Client } from './client.ts'
import { type Intent, marksOf, readJournal } from './journal.ts'
import type { Redactor } from './redact.ts'
import type { Rehearsal, RehearsalAnswer, RehearsalStep } from './rehearsal.ts'
import { removeLeft } from './sweep.ts'

/** With what a play was started: all names that it makes follow from it. */
export type PlayRun = Omit<Parameters<Rehearsal['start']>[0], 'onTold'>

/** A request of an earlier part and what came of it. Redacted, as in the record. */
export interface Kept {
  /** What was asked for the sake of the request goes before it; its own exchange is the last. */
  readonly exchanges: readonly Exchange[]
  /** Paths of what the request made. */
  readonly made: readonly string[]
}

/** One of several parts in which a play is played, in as many processes. Between them nothing is cleaned up. */
export interface Part {
  /** As the first part was started; none in the first itself. */
  readonly run: PlayRun | undefined
  /** How many exchanges the earlier parts had: ids are counted on. */
  readonly sent: number
  /** The file that says what the run has made. Nothing else is ever written to. */
  readonly journal: string
  /** After so many synchronisations the part is over. */
  readonly until?: number
  /** Stops the part before its next request. */
  readonly signal: AbortSignal
  begin(run: PlayRun): void
  earlier(): Iterable<Kept>
  /** Hears every exchange; what was heard is kept with the next request. */
  hear(exchange: Exchange): void
  /** The request heard last is answered, and everything that it follows from. On the disk when this returns. */
  keep(made: readonly string[]): void
  /** The play is over: there will be no further part. */
  end(): void
}

/** Why a part ended before the play did. */
export type Pause =
  | { readonly kind: 'until'; readonly synced: number }
  | { readonly kind: 'interrupted' }
  /** The play asks for something else than in the earlier part. `step` counts from 1. */
  | { readonly kind: 'departs'; readonly step: number; readonly was: string; readonly is: string }
  /** What happens now cannot be kept. */
  | { readonly kind: 'not kept'; readonly why: string }

/** The play is not over: whatever it has made stays. */
export class Unfinished extends Error {
  override readonly name = 'Unfinished'
  readonly pause: Pause

  constructor(pause: Pause) {
    super(`the play is not over: ${pause.kind}`)
    this.pause = pause
  }
}

/** What a play gets for a step. */
export interface StepAnswer extends Pick<Answered, 'made'> {
  /** Id of the exchange. */
  readonly exchange: string
  readonly answer: RehearsalAnswer
}

interface Bench {
  readonly client: Client
  readonly redactor: Redactor
  readonly tag: string
}

const IN_ONE_TURN = 500

/**
 * Answers a play that goes on: at first as in the earlier parts, without sending anything, so that it comes to know all
 * that it knew; then as the target does. An answer is seen as it is kept, redacted and with the play's own identity
 * numbers put back, so that the next part sees the same.
 */
export class PartPlayer {
  readonly run: PlayRun
  private readonly part: Part
  private readonly by: string
  private readonly bench: Bench
  private readonly earlier: Iterator<Kept>
  /** Paths of what the earlier parts know to have made, redacted. */
  private readonly known = new Set<string>()
  private steps = 0
  private isTidy = false

  /** @param run with what the play is started if this is the first part */
  constructor(part: Part, run: PlayRun, by: string, bench: Bench) {
    if (!part.run) part.begin(run)
    this.run = part.run ?? run
    this.part = part
    this.by = by
    this.bench = bench
    this.earlier = part.earlier()[Symbol.iterator]()
    takeOver(part.journal, bench)
  }

  /** @throws Unfinished */
  async answer(step: RehearsalStep): Promise<StepAnswer> {
    this.steps += 1
    const { done, value: kept } = this.earlier.next()
    if (done) return await this.anew(step)
    if (this.steps % IN_ONE_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
    return this.again(step, kept)
  }

  /** The play has ended by itself. @throws Unfinished where it shall not be judged yet */
  finish(): void {
    const { done, value: kept } = this.earlier.next()
    this.steps += 1
    if (!done) throw this.departs(kept, 'the end of the play')
    const { until } = this.part
    if (until !== undefined) throw new Unfinished({ kind: 'until', synced: until })
  }

  private again({ request }: RehearsalStep, kept: Kept): StepAnswer {
    const { redactor } = this.bench
    const exchange = answering(kept)
    // To compare them is also how the redactor comes to know the play's own identity numbers again.
    const is = described(request, redactor)
    if (is !== described(exchange.request, redactor)) throw this.departs(kept, is)
    for (const path of kept.made) this.known.add(path)
    const made = kept.made.map((path) => redactor.restore(path))
    return { exchange: exchange.id, made, answer: viewOf(exchange, redactor) }
  }

  private async anew({ request, synced = 0, pause }: RehearsalStep): Promise<StepAnswer> {
    const { part, bench, by } = this
    if (part.until !== undefined && synced >= part.until) throw new Unfinished({ kind: 'until', synced })
    if (part.signal.aborted) throw new Unfinished({ kind: 'interrupted' })
    if (!this.isTidy) await this.tidy(request)
    if (pause) await new Promise((resolve) => setTimeout(resolve, pause))
    const { exchange, made } = await bench.client.exchange(request, by, 'own', true)
    // It was stopped on its way: the next part sends it.
    if (part.signal.aborted && exchange.failure) throw new Unfinished({ kind: 'interrupted' })
    part.keep(made.map((path) => bench.redactor.text(path)))
    return { exchange: exchange.id, made, answer: viewOf(exchange, bench.redactor) }
  }

  /**
   * A part that was killed may have sent a request whose answer it never kept. It is sent once more; what it has made the
   * first time goes before that.
   */
  private async tidy({ method, path, body }: ScimRequest): Promise<void> {
    const { bench, part, known } = this
    const left = readJournal(part.journal)
    const paths = left.paths.filter((one) => !known.has(bench.redactor.text(one)))
    const marks = JSON.stringify(marksOf(body, bench.tag))
    const isSame = (intent: Intent) => intent.collection === path && JSON.stringify(intent.marks) === marks
    const unknown = method === 'POST' ? left.unknown.filter(isSame) : []
    await removeLeft({ paths, unknown }, bench.client)
    this.isTidy = true
  }

  private departs(kept: Kept, is: string): Unfinished {
    const was = described(answering(kept).request, this.bench.redactor)
    return new Unfinished({ kind: 'departs', step: this.steps, was, is })
  }
}

/** What earlier parts have made is the run's own, as far as their journal says so. */
function takeOver(journal: string, { client, redactor }: Bench): void {
  const { gone, paths } = readJournal(journal)
  for (const path of gone) {
    client.guard.own(path)
    client.guard.disown(path)
  }
  for (const path of paths) client.guard.own(path)
  // An id may look like an identity number: known here, it can be put back.
  for (const path of [...gone, ...paths]) redactor.text(path)
}

const answering = ({ exchanges }: Kept): Exchange => exchanges.at(-1) as Exchange

/** Method, path and body, redacted. */
function described(
  { method, path, body }: Pick<ScimRequest, 'method' | 'path' | 'body'>,
  redactor: Redactor,
) {
  const content = body === undefined ? '' : ` ${redacted(body, redactor)}`
  return `${method} ${redactor.text(path)}${content}`
}

function redacted(body: Json, redactor: Redactor): string {
  const text = JSON.stringify(body)
  return redactor.isClean(text) ? text : JSON.stringify(redactor.json(body))
}

function viewOf({ response }: Exchange, redactor: Redactor): RehearsalAnswer {
  if (!response) return { status: 0, headers: {} }
  const { status, body } = response
  const headers = Object.fromEntries(
    response.headers.map(([name, value]) => [name.toLowerCase(), redactor.restore(value)]),
  )
  return { status, headers, ...(body === undefined ? {} : { body: redactor.restoreJson(body) }) }
}
