import { styleText } from 'node:util'
import {
  actualText,
  callText,
  en,
  expectedText,
  type Finding,
  levelText,
  type Messages,
  type Outcome,
  phraseText,
  reasonText,
  requirementLabel,
  safeText,
  severityNote,
  shellWord,
  type Verdict,
} from '#harness'
import { commonCauses } from './causes.ts'
import { exchangeOf } from './cited.ts'
import { gateLines, placeOf, staleText } from './gated.ts'
import { byReason, leftLines } from './grouped.ts'
import { countsText, headline } from './headline.ts'
import { type Report, type ReportVerdict, shownExchanges } from './model.ts'
import { noteLines } from './noted.ts'
import { noteText } from './played.ts'
import { hasSeed, secondsText } from './spelled.ts'

export interface ConsoleOptions {
  readonly colour: boolean
  /** Columns of the terminal; long lines are left to it, only the columns of a table keep to it. */
  readonly width: number
  /** The summary alone. */
  readonly quiet: boolean
  /** Paths of the report files, shown at the end. */
  readonly files?: readonly string[]
}

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

interface Pen {
  readonly paint: Paint
  readonly width: number
  readonly report: Report
  readonly messages: Messages
}

const MARKS: Readonly<Record<Outcome, readonly [mark: string, style: Style]>> = {
  error: ['‼', ['magenta', 'bold']],
  fail: ['✗', ['red', 'bold']],
  blocked: ['■', ['yellow', 'bold']],
  warn: ['!', 'yellow'],
  pass: ['✓', 'green'],
  'not-applicable': ['·', 'gray'],
}

/** The whole report for a terminal, worst first, ending with a newline. Pure; colours only when asked for. */
export function renderConsole(report: Report, options: ConsoleOptions, messages: Messages = en): string {
  const width = Math.max(60, Math.min(options.width, 120))
  const pen: Pen = { paint: painter(options.colour), width, report, messages }
  const bad = report.verdicts.filter(({ outcome }) => isShown(outcome))
  const details = options.quiet ? [] : bad.map((verdict) => verdictLines(verdict, pen))
  const tail = options.quiet
    ? [staleLines(pen), leftLines(report, messages)]
    : [
        byReason(report, messages),
        noteLines(report, messages),
        staleLines(pen),
        leftLines(report, messages),
        causeLines(report, messages),
      ]
  const blocks = [...details, ...tail, summaryLines(pen, options.files ?? [])]
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`
}

/** One plain line for an item that has just ended: progress where there is no terminal to redraw. */
export function progressLine(
  verdict: Pick<Verdict, 'id' | 'outcome' | 'reason'>,
  done: number,
  of: number,
  colour = false,
  messages: Messages = en,
): string {
  const [mark, style] = MARKS[verdict.outcome]
  const count = `[${String(done).padStart(String(of).length)}/${of}]`
  const why =
    verdict.reason && isShown(verdict.outcome) ? `: ${phraseText(safeText(verdict.reason), messages)}` : ''
  const outcome = verdict.outcome === 'pass' ? '' : ` ${messages.outcome[verdict.outcome]}`
  const paint = painter(colour)
  return `${paint('gray', count)} ${paint(style, mark)} ${safeText(verdict.id)}${paint(style, outcome)}${why}`
}

function painter(colour: boolean): Paint {
  // Whether there is a terminal has been decided by the caller; styleText must not decide again.
  return (style, text) => (colour && text !== '' ? styleText(style, text, { validateStream: false }) : text)
}

function isShown(outcome: Outcome): boolean {
  return outcome !== 'pass' && outcome !== 'not-applicable'
}

function verdictLines(verdict: ReportVerdict, pen: Pen): string[] {
  const { messages, paint } = pen
  const [mark, style] = MARKS[verdict.outcome]
  const id = safeText(verdict.id)
  const right = verdict.findings[0] ? demandOf(verdict.findings[0], pen) : messages.outcome[verdict.outcome]
  const gap = ' '.repeat(Math.max(2, pen.width - id.length - 2 - right.length))
  const reason = verdict.reason ? [`    ${reasonText(verdict.outcome, verdict.reason, messages)}`] : []
  const calls = verdict.findings.length > 0 ? [] : shownExchanges(verdict).map((one) => callLine(one, pen))
  return [
    `${paint(style, `${mark} ${id}`)}${gap}${paint('gray', right)}`,
    `    ${safeText(verdict.title)}`,
    ...excuseLines(verdict, pen),
    ...reason,
    ...calls,
    ...findingBlocks(verdict, pen),
    ...(verdict.more ? [`    … ${messages.finding.more(verdict.more)}`] : []),
    ...(verdict.breaks ? [labelled(messages.line.breaks, safeText(verdict.breaks), pen)] : []),
    ...againLines(verdict, pen),
  ]
}

function excuseLines({ excused }: ReportVerdict, { messages, paint }: Pen): string[] {
  return excused ? [`    ${paint('cyan', safeText(messages.gate.until(excused.until, excused.reason)))}`] : []
}

/** Entries of the baseline that turn the build red themselves. */
function staleLines({ report, messages, paint }: Pen): string[] {
  const { baseline } = report.gate
  if (!baseline || baseline.stale.length === 0) return []
  const lines = baseline.stale.flatMap((entry) => [
    `    ${paint(['red', 'bold'], '✗')} ${safeText(entry.id)}  ${paint('gray', safeText(placeOf(entry, baseline.file)))}`,
    `      ${safeText(staleText(entry, messages))}`,
  ])
  const prune = baseline.stale.some(({ why }) => why === 'fixed' || why === 'unknown')
  return [
    messages.gate.summary.stale,
    ...lines,
    ...(prune ? [`    ${safeText(messages.gate.prune(shellWord(baseline.file)))}`] : []),
  ]
}

/** Findings with a call line above those of the same exchange. */
function findingBlocks(verdict: ReportVerdict, pen: Pen): string[] {
  let before: string | undefined
  let demand = verdict.findings[0] ? demandOf(verdict.findings[0], pen) : ''
  return verdict.findings.flatMap((finding) => {
    const call =
      finding.exchange && finding.exchange !== before ? [callLine(finding.exchange, pen, finding)] : []
    const next = demandOf(finding, pen)
    const other = next === demand ? [] : [`    ${pen.paint('gray', next)}`]
    before = finding.exchange
    demand = next
    return [...call, ...other, ...findingLines(finding, pen)]
  })
}

function demandOf(finding: Finding, { report, messages }: Pen): string {
  const row = Object.hasOwn(report.requirements, finding.requirement)
    ? report.requirements[finding.requirement]
    : undefined
  const label = requirementLabel(finding.requirement, messages)
  const level = levelText(finding.requirement, row ?? { level: finding.level, basis: '' }, messages)
  return label === level ? label : `${label} · ${level}`
}

function callLine(id: string, pen: Pen, finding?: Finding): string {
  const exchange = exchangeOf(id, pen.report)
  const prefix = finding?.cost ? `${pen.messages.line.first}: ` : ''
  return `    ${pen.paint('gray', prefix)}${exchange ? callText(exchange, pen.messages) : id}`
}

function findingLines(finding: Finding, pen: Pen): string[] {
  const { messages, paint } = pen
  const wanted = expectedText(finding, messages)
  const got = actualText(finding, messages, exchangeOf(finding.exchange, pen.report)?.response)
  const note = severityNote(finding, messages)
  return [
    ...comparison(wanted, got, pen),
    ...(finding.cost
      ? [
          labelled(
            messages.line.cost,
            `${paint('bold', messages.cost[finding.cost])}: ${messages.costMeans[finding.cost]}`,
            pen,
          ),
        ]
      : []),
    ...(finding.note
      ? [labelled(messages.line.note, phraseText(safeText(finding.note), messages), pen)]
      : []),
    ...(note ? [labelled(finding.reading ? messages.line.reading : messages.line.note, note, pen)] : []),
  ]
}

/** Expected and got side by side where both fit, else one below the other. */
function comparison(wanted: string, got: string, pen: Pen): string[] {
  const { finding } = pen.messages
  const room = Math.floor((pen.width - 24) / 2)
  if (wanted.length > room || got.length > room + 6) {
    return [labelled(finding.expected, wanted, pen), labelled(finding.got, got, pen)]
  }
  const left = labelled(finding.expected, wanted.padEnd(Math.max(24, room)), pen)
  return [`${left}  ${pen.paint('gray', finding.got)}  ${got}`]
}

function labelled(label: string, text: string, { paint, messages }: Pen): string {
  return `    ${paint('gray', label.padEnd(labelWidth(messages)))}  ${text}`
}

function labelWidth({ finding, line }: Messages): number {
  const labels = [finding.expected, finding.got, line.breaks, line.again, line.cost, line.note, line.reading]
  return Math.max(...labels.map((label) => label.length))
}

/** A request with a body of many kilobytes would bury the rest; the HTML report has its line. */
const CURL = 2000

function againLines(verdict: ReportVerdict, pen: Pen): string[] {
  if (!verdict.again) return []
  const curl = exchangeOf(shownExchanges(verdict)[0], pen.report)?.curl
  const lines = [safeText(verdict.again), ...(curl && curl.length <= CURL ? [curl] : [])]
  return lines.map((line, index) =>
    labelled(index === 0 ? pen.messages.line.again : '', pen.paint('cyan', line), pen),
  )
}

function causeLines(report: Report, messages: Messages): string[] {
  const lines = commonCauses(report, messages).map(
    ({ text, verdicts }) => `    ${String(verdicts.length).padStart(3)}  ${text}`,
  )
  return lines.length === 0 ? [] : [messages.run.causes, ...lines]
}

function summaryLines({ report, messages, paint }: Pen, files: readonly string[]): string[] {
  const { verdict, tone, caveats } = headline(report, messages)
  const style: Style =
    tone === 'good' ? ['green', 'bold'] : tone === 'bad' ? ['red', 'bold'] : ['magenta', 'bold']
  const costs = costLine(report, messages)
  return [
    paint(style, verdict),
    `  ${countsText(report, messages)}`,
    ...(costs ? [`  ${costs}`] : []),
    ...gateLines(report, messages).map((line) => `  ${safeText(line)}`),
    ...caveats.map((caveat) => `  ${safeText(caveat)}`),
    `  ${factsText(report, messages)}`,
    ...files.map(
      (file, index) =>
        `  ${index === 0 ? messages.run.reports : ' '.repeat(messages.run.reports.length)}  ${safeText(file)}`,
    ),
  ]
}

function factsText(report: Report, messages: Messages): string {
  return [
    safeText(report.target.base),
    messages.run.requests(report.requests),
    secondsText(report.ms, messages),
    ...(hasSeed(report) ? [messages.run.seed(safeText(report.seed))] : []),
  ].join(' · ')
}

/** What the divergences of all rehearsals cost, most often first. */
function costLine(report: Report, messages: Messages): string {
  const counts = new Map<keyof Messages['cost'], number>()
  for (const { cost } of report.verdicts.flatMap(({ findings }) => findings)) {
    if (cost) counts.set(cost, (counts.get(cost) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a)
  return noteText(sorted.map(([cost, n]) => `${messages.cost[cost]} ×${messages.number(n)}`))
}
