import { type PlayRecord, safeText, valueText } from '#harness'
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
): string {
  const causes = new Set(play.result.divergences.map(({ step }) => step))
  const steps = play.steps.map(
    ({ exchange, note }, index): Step => ({
      index,
      id: exchange,
      exchange: exchanges.get(exchange),
      note,
      isReading: textIn(note, 'doing') === 'read back',
      isCause: causes.has(index),
    }),
  )
  const habits = play.result.habits ?? {}
  const teller = new Teller(play, steps, habits)
  const acts = actsOf(play.result.timeline, steps)
  return `${[
    safeText(id),
    ...wrapped(safeText(title), '  '),
    ...acts.flatMap((act) => teller.act(act)),
    ...legend(habits),
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

  constructor(play: PlayRecord, steps: readonly Step[], habits: Habits) {
    this.play = play
    this.steps = steps
    this.habits = habits
    this.names = namesOf(steps)
  }

  act({ rows, end }: Act<Step>): string[] {
    this.before = ''
    const lines = rows.flatMap((row, index) => this.row(row, rows[index - 1]?.kind))
    return [...(rows[0]?.kind === 'sync' ? [] : ['']), ...lines, ...(end ? endLine(end) : [])]
  }

  private row(row: Row<Step>, before: Row<Step>['kind'] | undefined): string[] {
    switch (row.kind) {
      case 'event':
        return [...(before && before !== 'event' ? [''] : []), ...wrapped(`● ${safeText(row.text)}`, '  ')]
      case 'sync':
        return ['', `Synchronisation ${row.sync}`]
      case 'request':
        return this.request(row.step)
      case 'readings':
        return [`  ${''.padEnd(ID)} read back ${times(row.steps.length)} → ${statusesOf(row.steps)}`]
      case 'gap':
        return [`  ${''.padEnd(ID)} … ${row.requests} more`]
      case 'problem':
        return wrapped(`  ! ${row.object ? `${safeText(row.object)}: ` : ''}${safeText(row.text)}`, '    ')
      case 'difference':
        return this.difference(row)
    }
  }

  private request(step: Step): string[] {
    const shaped = this.habitsOf(step)
    const again = shaped !== '' && shaped === this.before
    this.before = shaped
    const indent = ' '.repeat(ID + 3)
    const doing = doingOf(step)
    const sends = step.exchange ? sendsText(step.exchange.request, this.names) : ''
    return [
      `${step.isCause ? '✗' : ' '} ${callLine(step)}`,
      ...wrapped(`${indent}${safeText([doing, sends].filter((one) => one !== '').join(': '))}`, indent),
      ...(shaped === '' ? [] : wrapped(`${indent}${again ? '[same habits]' : `[${shaped}]`}`, `${indent} `)),
    ].filter((line) => line.trim() !== '')
  }

  /** What shaped a request, with the evidence: what is only inferred is said to be. */
  private habitsOf({ note }: Step): string {
    const ids = listIn(note, 'habits')
    const known = (id: string) => this.habits[id]?.confidence ?? (textIn(note, 'confidence') || 'unknown')
    return [...CONFIDENCES, 'unknown']
      .flatMap((confidence) => {
        const those = ids.filter((id) => known(id) === confidence)
        return those.length > 0 ? [`${confidence}: ${those.map((id) => safeText(id)).join(', ')}`] : []
      })
      .join('; ')
  }

  private difference({ what, cost, index }: Extract<Row<Step>, { kind: 'difference' }>): string[] {
    const found = this.play.result.divergences[index]
    const cause = found?.step === undefined ? undefined : this.steps[found.step]
    const values = found ? `expected ${valueText(found.expected)}, got ${gotText(found.actual)}` : ''
    return [
      ...wrapped(`  ✗ ${safeText(what)} (${safeText(cost)})`, '    '),
      ...wrapped(`    ${values}`, '    '),
      ...(cause ? [`    first request ${callLine(cause, WIDTH - FIRST)}`] : []),
      ...(found?.note ? wrapped(`    ${safeText(found.note)}`, '    ') : []),
    ]
  }
}

const CONFIDENCES = ['documented', 'observed', 'inferred']
const ID = 5
const FIRST = '    first request '.length

/** Columns of a mark and a blank, an answer and what is between. */
const BESIDE = 8

/** `x12   PATCH /Users/2819c223… → 204` */
function callLine({ id, exchange }: Step, room = WIDTH): string {
  if (!exchange) return safeText(id)
  const { method, path } = exchange.request
  const answer = safeText(String(exchange.response?.status ?? exchange.failure?.message ?? 'no answer'))
  const told = answer.slice(0, 40)
  const left = room - ID - method.length - told.length - BESIDE
  const shown = safeText(shortPath(path))
  const cut = shown.length > left ? `${shown.slice(0, left - 1)}…` : shown
  return `${safeText(id).padEnd(ID)} ${safeText(method)} ${cut} → ${told}`
}

function doingOf({ note }: Step): string {
  return [textIn(note, 'doing'), textIn(note, 'object')].filter((word) => word !== '').join(' ')
}

function endLine({ requests, differences, compared }: SyncEnd): string[] {
  const sent = `${requests} ${requests === 1 ? 'request' : 'requests'}`
  if (differences > 0) {
    const many = differences === 1 ? '1 difference' : `${differences} differences`
    return [`  ✗ ${many} between directory and target (${sent})`]
  }
  if (compared === 0) return [`  · nothing was compared (${sent})`]
  return [`  ✓ no new difference${compared ? ` in ${compared} comparisons` : ''} (${sent})`]
}

/** Every habit that showed, so that a reader knows what the names mean and what they rest on. */
function legend(habits: Habits): string[] {
  const all = Object.entries(habits)
  if (all.length === 0) return []
  const counts = CONFIDENCES.flatMap((confidence) => {
    const n = all.filter(([, habit]) => habit.confidence === confidence).length
    return n > 0 ? [`${n} ${confidence}`] : []
  })
  return [
    '',
    `Habits that shaped these requests (${counts.join(', ')})`,
    ...all.flatMap(([id, { says, confidence, source }]) => [
      `  ${safeText(id)} (${safeText(confidence)})`,
      ...wrapped(`    ${safeText(says)}`, '    '),
      ...wrapped(`    ${safeText(source)}`, '    '),
    ]),
  ]
}

function statusesOf(steps: readonly Step[]): string {
  const statuses = steps.map(({ exchange }) => String(exchange?.response?.status ?? 'no answer'))
  return [...new Set(statuses)].map((status) => safeText(status)).join(', ')
}

function times(n: number): string {
  return n === 1 ? 'once' : `${n} times`
}

function gotText(actual: Json | undefined): string {
  return actual === undefined ? 'nothing' : valueText(actual)
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
