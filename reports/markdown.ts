import { en, type Messages, safeText } from '#harness'
import { demandedText, foundText } from './brief.ts'
import { gateLines, placeOf, staleText, stops } from './gated.ts'
import { countsText, headline } from './headline.ts'
import type { Report, ReportVerdict } from './model.ts'
import { notedIn } from './noted.ts'
import { hasSeed, secondsText } from './spelled.ts'

/** Rows of one table; a summary is read, not searched. */
const ROWS = 100
const CELL = 300

/**
 * The report as GitHub-flavoured Markdown: for the summary of a job, a comment, or a page. Text of the target stays
 * text: it can make no link, no markup and no mention.
 * @param rows the most of each table
 */
export function renderMarkdown(report: Report, messages: Messages = en, rows = ROWS): string {
  const { summary } = messages.gate
  const open = report.verdicts.filter(({ outcome, excused }) => !excused && isBad(outcome))
  const red = open.filter((verdict) => verdict.outcome !== 'warn' || stops(verdict, report))
  const parts = [
    ...headLines(report, messages),
    ...table(summary.red, red, { report, messages, rows }),
    ...staleTable({ report, messages, rows }),
    ...excusedTable({ report, messages, rows }),
    ...table(
      summary.warnings,
      open.filter((verdict) => !red.includes(verdict)),
      { report, messages, rows },
    ),
    ...againLines(red.slice(0, rows), messages),
    ...notesOf(report, messages),
  ]
  return `${parts.join('\n')}\n`
}

const isBad = (outcome: ReportVerdict['outcome']) => outcome !== 'pass' && outcome !== 'not-applicable'

function headLines(report: Report, messages: Messages): string[] {
  const { verdict, tone, caveats } = headline(report, messages)
  const mark = { good: '✅', bad: '❌', open: '⚠️' }[tone]
  const notes = [...gateLines(report, messages), ...caveats]
  const facts = [
    code(report.target.base),
    plain(messages.run.requests(report.requests)),
    plain(secondsText(report.ms, messages)),
    ...(hasSeed(report) ? [plain(messages.run.seed(report.seed))] : []),
  ]
  return [
    `## ${mark} ${plain(verdict)}`,
    '',
    plain(countsText(report, messages)),
    '',
    ...notes.map((note) => `- ${plain(note)}`),
    ...(notes.length > 0 ? [''] : []),
    facts.join(' · '),
  ]
}

interface Sheet {
  readonly report: Report
  readonly messages: Messages
  readonly rows: number
}

function table(title: string, verdicts: readonly ReportVerdict[], sheet: Sheet): string[] {
  const { report, messages } = sheet
  const { id, outcome, requirement, found } = messages.gate.summary
  return tableOf(
    title,
    [id, outcome, requirement, found],
    verdicts.map((verdict) => [
      code(verdict.id),
      plain(messages.outcome[verdict.outcome]),
      plain(demandedText(verdict, messages)),
      plain(foundText(verdict, report, messages)),
    ]),
    sheet,
  )
}

function excusedTable(sheet: Sheet): string[] {
  const { report, messages } = sheet
  const { id, outcome, excused, reason, until, found } = messages.gate.summary
  const rows = report.verdicts.flatMap((verdict) =>
    verdict.excused
      ? [
          [
            code(verdict.id),
            plain(messages.outcome[verdict.outcome]),
            plain(verdict.excused.until),
            plain(verdict.excused.reason),
            plain(foundText(verdict, report, messages)),
          ],
        ]
      : [],
  )
  return tableOf(excused, [id, outcome, until, reason, found], rows, sheet)
}

function staleTable(sheet: Sheet): string[] {
  const { messages } = sheet
  const { gate } = sheet.report
  const { id, stale, reason, until, found } = messages.gate.summary
  const rows = (gate.baseline?.stale ?? []).map((entry) => [
    `${code(entry.id)} ${plain(placeOf(entry, gate.baseline?.file ?? ''))}`,
    plain(entry.until),
    plain(entry.reason),
    plain(staleText(entry, messages)),
  ])
  return tableOf(stale, [id, until, reason, found], rows, sheet)
}

function tableOf(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { messages, rows: most }: Sheet,
): string[] {
  if (rows.length === 0) return []
  const more = rows.length > most ? ['', plain(messages.gate.summary.more(rows.length - most))] : []
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    '',
    `### ${plain(title)} (${rows.length})`,
    '',
    line(head.map(plain)),
    line(head.map(() => '---')),
    ...rows.slice(0, most).map(line),
    ...more,
  ]
}

/** The commands that repeat what is red, in a block that keeps them as they are. */
function againLines(red: readonly ReportVerdict[], messages: Messages): string[] {
  const lines = red.flatMap(({ again }) => (again ? [safeText(again)] : []))
  if (lines.length === 0) return []
  const longest = Math.max(
    2,
    ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)),
  )
  const fence = '`'.repeat(longest + 1)
  return [
    '',
    `<details><summary>${plain(messages.gate.summary.again)}</summary>`,
    '',
    `${fence}sh`,
    ...lines,
    fence,
    '',
    '</details>',
  ]
}

/** Folded: they are for whoever wonders, and change no verdict. */
function notesOf(report: Report, messages: Messages): string[] {
  const notes = notedIn(report, messages)
  if (notes.length === 0) return []
  const { page } = messages
  return [
    '',
    `<details><summary>${plain(page.notes)}</summary>`,
    '',
    plain(page.notesMean),
    '',
    ...notes.map(({ id, text, source }) => `- ${code(id)} ${whole(text)} (${whole(source)})`),
    '',
    '</details>',
  ]
}

/** Every sign that Markdown or HTML could take for its own becomes a character reference. */
function plain(text: string): string {
  const shown = safeText(text)
  return whole(shown.length > CELL ? `${[...shown].slice(0, CELL).join('')}…` : shown)
}

/** The same, however long. */
function whole(text: string): string {
  return safeText(text)
    .replace(/[\\`*_{}[\]<>()#+!|~@&"':$]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/\bwww\./gi, (word) => `${word.slice(0, 3)}&#46;`)
}

function code(text: string): string {
  return `<code>${plain(text)}</code>`
}
