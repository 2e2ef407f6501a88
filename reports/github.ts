import { en, type Messages, safeText } from '#harness'
import { demandedText, foundText } from './brief.ts'
import { gateLines, placeOf, staleText, stops } from './gated.ts'
import { headline } from './headline.ts'
import type { Report, ReportVerdict } from './model.ts'

/** GitHub shows so many annotations of one kind for a step, and drops the others without a word. */
const SHOWN = 10

interface Annotation {
  readonly title: string
  readonly message: string
  readonly file?: string
  readonly line?: number
}

/**
 * Workflow commands for the log of a GitHub Actions step: an error for each thing that is red, a warning for each
 * warning, and one notice about what is excused. Where there are more than GitHub shows, the last one says how many.
 */
export function renderAnnotations(report: Report, messages: Messages = en): string {
  const open = report.verdicts.filter(({ excused }) => !excused)
  const red = open.filter((verdict) => verdict.outcome === 'error' || stops(verdict, report))
  const warned = open.filter(
    (verdict) => /^(warn|blocked|fail)$/.test(verdict.outcome) && !red.includes(verdict),
  )
  const errors = [
    ...staleOnes(report, messages),
    ...red.map((verdict) => annotation(verdict, report, messages)),
  ]
  const warnings = warned.map((verdict) => annotation(verdict, report, messages))
  const lines = [
    ...commands('error', errors, messages),
    ...commands('warning', warnings, messages),
    ...commands('notice', notices(report, messages), messages),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function annotation(verdict: ReportVerdict, report: Report, messages: Messages): Annotation {
  const again = verdict.again ? [`${messages.line.again}: ${verdict.again}`] : []
  const demanded = demandedText(verdict, messages)
  return {
    title: `${verdict.id} (${messages.outcome[verdict.outcome]})`,
    message: [`${verdict.title} (${demanded})`, foundText(verdict, report, messages), ...again]
      .map((line) => safeText(line))
      .join('\n'),
  }
}

/** These have a place in the repository, so that the annotation stands beside the line. */
function staleOnes({ gate }: Report, messages: Messages): Annotation[] {
  const { file = '', stale = [] } = gate.baseline ?? {}
  return stale.map((entry) => ({
    title: `${messages.gate.baseline}: ${entry.id}`,
    message: `${staleText(entry, messages)} (${placeOf(entry, file)})`,
    file,
    ...(entry.line === undefined ? {} : { line: entry.line }),
  }))
}

function notices(report: Report, messages: Messages): Annotation[] {
  const lines = gateLines(report, messages)
  return lines.length === 0
    ? []
    : [{ title: headline(report, messages).verdict, message: lines.map((line) => safeText(line)).join('\n') }]
}

function commands(kind: string, all: readonly Annotation[], messages: Messages): string[] {
  const over = all.length > SHOWN ? all.length - SHOWN + 1 : 0
  const shown = over > 0 ? all.slice(0, SHOWN - 1) : all
  const rest = over > 0 ? [{ title: 'scim-test', message: messages.gate.notShown(over) }] : []
  return [...shown, ...rest].map(({ title, message, file, line }: Annotation) => {
    const place = [
      ...(file ? [`file=${property(file)}`] : []),
      ...(line === undefined ? [] : [`line=${line}`]),
    ]
    return `::${kind} ${[...place, `title=${property(title)}`].join(',')}::${data(message)}`
  })
}

/** What ends a command, or starts another one, is written as GitHub's escapes. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(safeText(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
