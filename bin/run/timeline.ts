import { type Messages, type PlayRecord, phraseText, safeText, valueText, whatText } from '#harness'
import { type Act, actsOf, type Names, namesOf, type Row, type SyncEnd, sendsText, shortPath } from '#reports'
import { type Exchange, isObject, type Json } from '#scim'

const WIDTH = 100

/** A request as the console tells it. */
interface Step {
  readonly index: number
  readonly id: string
  readonly exchange: Exchange | undefined
  readonly note: Json
  readonly isReading: boolean
  readonly isCause: boolean
}

type Habits = NonNullable<PlayRecord['result']['habits']>

/**
 * A play for a terminal: what happened in the organisation, what was sent and for which habits, what came back, what
 * differs and which request that began with. Without colours, in 100 columns.
 */
export function timelineText(
  { id, title }: { readonly id: string; readonly title: string },
  play: PlayRecord,
  exchanges: ReadonlyMap<string, Exchange>,
  messages: Messages,
): string {
  const causes = new Set(play.result.divergences.map(({ step }) => step))
  const steps = play.steps.map(
    ({ exchange, note, ...kept }, place): Step => ({
      index: kept.index ?? place,
      id: exchange,
      exchange: exchanges.get(exchange),
      note,
      isReading: textIn(note, 'doing') === 'read back',
      isCause: causes.has(kept.index ?? place),
    }),
  )
  const habits = play.result.habits ?? {}
  const teller = new Teller(play, steps, habits, messages)
  const acts = actsOf(play.result.timeline, steps)
  return `${[
    safeText(id),
    ...wrapped(safeText(title), '  '),
    ...acts.flatMap((act) => teller.act(act)),
    ...legend(habits, messages),
    '',
    '',
  ].join('\n')}`
}

class Teller {
  private before = ''
  private readonly play: PlayRecord
  private readonly steps: readonly Step[]
  private readonly habits: Habits
  private readonly names: Names
  private readonly messages: Messages

  constructor(play: PlayRecord, steps: readonly Step[], habits: Habits, messages: Messages) {
    this.play = play
    this.steps = steps
    this.habits = habits
    this.names = namesOf(steps)
    this.messages = messages
  }

  act({ rows, end }: Act<Step>): string[] {
    this.before = ''
    const lines = rows.flatMap((row, index) => this.row(row, rows[index - 1]?.kind))
    return [...(rows[0]?.kind === 'sync' ? [] : ['']), ...lines, ...(end ? endLine(end, this.messages) : [])]
  }

  private row(row: Row<Step>, before: Row<Step>['kind'] | undefined): string[] {
    const { play } = this.messages
    switch (row.kind) {
      case 'event':
        return [...(before && before !== 'event' ? [''] : []), ...wrapped(`● ${this.said(row.text)}`, '  ')]
      case 'sync':
        return ['', play.sync(row.sync)]
      case 'request':
        return this.request(row.step)
      case 'readings':
        return [
          `  ${''.padEnd(ID)} ${play.readings(row.steps.length)} → ${statusesOf(row.steps, this.messages)}`,
        ]
      case 'gap':
        return [`  ${''.padEnd(ID)} … ${play.gap(row.requests)}`]
      case 'omitted':
        return [`  … ${play.omitted(row.lines)}`]
      case 'problem':
        return wrapped(`  ! ${row.object ? `${this.said(row.object)}: ` : ''}${this.said(row.text)}`, '    ')
      case 'difference':
        return this.difference(row)
    }
  }

  /** What a record says in English, harmless on a terminal. */
  private said(text: string): string {
    return phraseText(safeText(text), this.messages)
  }

  private request(step: Step): string[] {
    const shaped = this.habitsOf(step)
    const again = shaped !== '' && shaped === this.before
    this.before = shaped
    const indent = ' '.repeat(ID + 3)
    const doing = doingOf(step)
    const sends = step.exchange ? sendsText(step.exchange.request, this.names) : ''
    const words = [doing, sends].filter((one) => one !== '')
    return [
      `${step.isCause ? '✗' : ' '} ${callLine(step, this.messages)}`,
      ...wrapped(`${indent}${words.map((one) => this.said(one)).join(': ')}`, indent),
      ...(shaped === ''
        ? []
        : wrapped(`${indent}${again ? `[${this.messages.play.sameHabits}]` : `[${shaped}]`}`, `${indent} `)),
    ].filter((line) => line.trim() !== '')
  }

  /** What shaped a request, with the evidence: what is only inferred is said to be. */
  private habitsOf({ note }: Step): string {
    const ids = listIn(note, 'habits')
    const known = (id: string) => this.habits[id]?.confidence ?? (textIn(note, 'confidence') || 'unknown')
    return [...CONFIDENCES, 'unknown']
      .flatMap((confidence) => {
        const those = ids.filter((id) => known(id) === confidence)
        return those.length > 0
          ? [`${this.messages.confidence[confidence]}: ${those.map((id) => safeText(id)).join(', ')}`]
          : []
      })
      .join('; ')
  }

  private difference({ what, cost, index }: Extract<Row<Step>, { kind: 'difference' }>): string[] {
    const found = this.play.result.divergences[index]
    const cause = found?.step === undefined ? undefined : this.steps.find(({ index }) => index === found.step)
    const { finding, line } = this.messages
    const values = found
      ? `${finding.expected} ${valueText(found.expected, this.messages)}, ${finding.got} ${gotText(found.actual, this.messages)}`
      : ''
    const first = `    ${line.first} `
    return [
      ...wrapped(`  ✗ ${whatText(what, this.messages)} (${costText(cost, this.messages)})`, '    '),
      ...wrapped(`    ${values}`, '    '),
      ...(cause ? [`${first}${callLine(cause, this.messages, WIDTH - first.length)}`] : []),
      ...(found?.note ? wrapped(`    ${this.said(found.note)}`, '    ') : []),
    ]
  }
}

const CONFIDENCES = ['documented', 'observed', 'inferred']
const ID = 5

/** Columns of a mark and a blank, an answer and what is between. */
const BESIDE = 8

/** `x12   PATCH /Users/2819c223… → 204` */
function callLine({ id, exchange }: Step, { line }: Messages, room = WIDTH): string {
  if (!exchange) return safeText(id)
  const { method, path } = exchange.request
  const answer = safeText(String(exchange.response?.status ?? exchange.failure?.message ?? line.noAnswerYet))
  const told = answer.slice(0, 40)
  const left = room - ID - method.length - told.length - BESIDE
  const shown = safeText(shortPath(path))
  const cut = shown.length > left ? `${shown.slice(0, left - 1)}…` : shown
  return `${safeText(id).padEnd(ID)} ${safeText(method)} ${cut} → ${told}`
}

function doingOf({ note }: Step): string {
  return [textIn(note, 'doing'), textIn(note, 'object')].filter((word) => word !== '').join(' ')
}

function endLine({ requests, differences, compared }: SyncEnd, { play, run }: Messages): string[] {
  const sent = run.requests(requests)
  if (differences > 0) return [`  ✗ ${play.ended.different(differences, sent)}`]
  if (compared === 0) return [`  · ${play.ended.notCompared(sent)}`]
  return [`  ✓ ${play.ended.equal(compared, sent)}`]
}

/** A record may come from another version, with other costs. */
function costText(cost: string, messages: Messages): string {
  return (messages.cost as Readonly<Record<string, string>>)[cost] ?? safeText(cost)
}

/** Every habit that showed, so that a reader knows what the names mean and what they rest on. */
function legend(habits: Habits, { confidence: words, evidence, play }: Messages): string[] {
  const all = Object.entries(habits)
  if (all.length === 0) return []
  const counts = CONFIDENCES.flatMap((confidence) => {
    const n = all.filter(([, habit]) => habit.confidence === confidence).length
    return n > 0 ? [evidence(n, confidence)] : []
  })
  return [
    '',
    play.legend(counts.join(', ')),
    ...all.flatMap(([id, { says, confidence, source }]) => [
      `  ${safeText(id)} (${words[confidence] ?? safeText(confidence)})`,
      ...wrapped(`    ${safeText(says)}`, '    '),
      ...wrapped(`    ${safeText(source)}`, '    '),
    ]),
  ]
}

function statusesOf(steps: readonly Step[], { line }: Messages): string {
  const statuses = steps.map(({ exchange }) => String(exchange?.response?.status ?? line.noAnswerYet))
  return [...new Set(statuses)].map((status) => safeText(status)).join(', ')
}

function gotText(actual: Json | undefined, messages: Messages): string {
  return actual === undefined ? messages.finding.nothing : valueText(actual, messages)
}

/** Lines of at most 100 columns, broken at blanks where that is possible. */
function wrapped(text: string, indent: string): string[] {
  const lines: string[] = []
  let rest = text
  while (rest.length > WIDTH) {
    const blank = rest.lastIndexOf(' ', WIDTH)
    const end = blank > indent.length ? blank : WIDTH
    lines.push(rest.slice(0, end))
    rest = `${indent}${rest.slice(end).trimStart()}`
  }
  return [...lines, rest]
}

function textIn(note: Json, name: string): string {
  const value = isObject(note) ? note[name] : undefined
  return typeof value === 'string' ? value : ''
}

function listIn(note: Json, name: string): string[] {
  const value = isObject(note) ? note[name] : undefined
  return Array.isArray(value) ? value.map(String) : []
}
