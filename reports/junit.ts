import {
  actualText,
  callText,
  en,
  expectedText,
  type Messages,
  reasonText,
  requirementLabel,
  safeText,
  severityNote,
} from '#harness'
import { exchangeOf } from './cited.ts'
import { placeOf, staleText, stops } from './gated.ts'
import { grouped } from './grouped.ts'
import { type Report, type ReportVerdict, shownExchanges } from './model.ts'

/**
 * JUnit XML: a suite for each topic. What stops the build is a failure here, too: blocked, warnings if they are red, and
 * entries of the baseline to put right. What the baseline excuses is skipped, with its reason and all that was found.
 */
export function renderJunit(report: Report, messages: Messages = en): string {
  const suites = grouped(report.verdicts, ({ topic }) => topic).sort(([a], [b]) => (a < b ? -1 : 1))
  const stale = staleSuite(report, messages)
  const counts = countsOf(report.verdicts, report)
  const attributes = {
    name: report.tool.name,
    ...counts,
    tests: String(report.verdicts.length + stale.count),
    failures: String(Number(counts.failures) + stale.count),
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributesText(attributes)}>`,
    ...suites.flatMap(([topic, verdicts]) => suite(topic, verdicts, report, messages)),
    ...stale.lines,
    '</testsuites>',
    '',
  ].join('\n')
}

function suite(
  topic: string,
  verdicts: readonly ReportVerdict[],
  report: Report,
  messages: Messages,
): string[] {
  const attributes = {
    name: topic,
    ...countsOf(verdicts, report),
    timestamp: report.started,
    hostname: report.target.base,
  }
  return [
    `  <testsuite${attributesText(attributes)}>`,
    ...verdicts.flatMap((verdict) => testcase(verdict, report, messages)),
    '  </testsuite>',
  ]
}

function testcase(verdict: ReportVerdict, report: Report, messages: Messages): string[] {
  const { topic, id, ms } = verdict
  const head = `    <testcase${attributesText({ classname: topic, name: id, time: seconds(ms) })}`
  const inner = result(verdict, report, messages)
  return inner.length === 0 ? [`${head}/>`] : [`${head}>`, ...inner, '    </testcase>']
}

function result(verdict: ReportVerdict, report: Report, messages: Messages): string[] {
  const { outcome, reason } = verdict
  const why = reason ? reasonText(outcome, reason, messages) : messages.outcomeMeans[outcome]
  const tag = tagOf(verdict, report)
  const text = outcome === 'not-applicable' ? [] : detailLines(verdict, report, messages)
  const out = text.length === 0 ? [] : [`      <system-out>${escapeXml(text.join('\n'))}</system-out>`]
  if (tag === 'skipped') {
    const { excused } = verdict
    const message = excused ? messages.gate.until(excused.until, excused.reason) : why
    return [`      <skipped${attributesText({ message })}/>`, ...out]
  }
  if (tag) {
    const message = verdict.findings[0] ? sentence(verdict.findings[0], report, messages) : why
    const open = `      <${tag}${attributesText({ type: outcome, message })}>`
    return [`${open}${escapeXml(text.join('\n'))}</${tag}>`]
  }
  return out
}

function tagOf(verdict: ReportVerdict, report: Report): 'error' | 'failure' | 'skipped' | undefined {
  const { outcome, excused } = verdict
  if (outcome === 'error') return 'error'
  if (outcome === 'not-applicable' || excused) return 'skipped'
  if (outcome === 'fail' || stops(verdict, report)) return 'failure'
  return outcome === 'blocked' ? 'skipped' : undefined
}

/** Entries of the baseline that are red themselves, as failures. */
function staleSuite({ gate }: Report, messages: Messages): { lines: string[]; count: number } {
  const { file = '', stale = [] } = gate.baseline ?? {}
  if (stale.length === 0) return { lines: [], count: 0 }
  const counts = { tests: String(stale.length), failures: String(stale.length), errors: '0', skipped: '0' }
  const cases = stale.flatMap((entry) => [
    `    <testcase${attributesText({ classname: 'baseline', name: entry.id, time: '0.000' })}>`,
    `      <failure${attributesText({ type: entry.why, message: staleText(entry, messages) })}>${escapeXml(placeOf(entry, file))}</failure>`,
    '    </testcase>',
  ])
  const open = `  <testsuite${attributesText({ name: 'baseline', ...counts, time: '0.000' })}>`
  return { lines: [open, ...cases, '  </testsuite>'], count: stale.length }
}

function detailLines(verdict: ReportVerdict, report: Report, messages: Messages): string[] {
  const findings = verdict.findings.flatMap((finding) => {
    const note = severityNote(finding, messages)
    return [
      `${requirementLabel(finding.requirement, messages)}: ${sentence(finding, report, messages)}`,
      ...(finding.cost ? [`  ${messages.line.cost}: ${finding.cost}`] : []),
      ...[finding.note, note].flatMap((one) => (one ? [`  ${safeText(one)}`] : [])),
    ]
  })
  const calls = shownExchanges(verdict).flatMap((id) => {
    const exchange = exchangeOf(id, report)
    return exchange ? [callText(exchange, messages), exchange.curl] : []
  })
  const more = verdict.more ? [messages.finding.more(verdict.more)] : []
  const breaks = verdict.breaks ? [`${messages.line.breaks}: ${safeText(verdict.breaks)}`] : []
  return findings.length + calls.length + more.length === 0
    ? []
    : [
        safeText(verdict.title),
        ...findings,
        ...more,
        ...breaks,
        ...calls,
        ...(verdict.again ? [verdict.again] : []),
      ]
}

function sentence(finding: ReportVerdict['findings'][number], report: Report, messages: Messages): string {
  const { expected, got } = messages.finding
  const response = exchangeOf(finding.exchange, report)?.response
  return `${expected} ${expectedText(finding, messages)}, ${got} ${actualText(finding, messages, response)}`
}

function countsOf(verdicts: readonly ReportVerdict[], report: Report): Record<string, string> {
  const tags = verdicts.map((verdict) => tagOf(verdict, report))
  const count = (tag: (typeof tags)[number]) => String(tags.filter((one) => one === tag).length)
  return {
    tests: String(verdicts.length),
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: seconds(verdicts.reduce((sum, { ms }) => sum + ms, 0)),
  }
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3)
}

function attributesText(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Markup becomes entities; what XML 1.0 forbids, or what hides text, becomes a visible escape. */
function escapeXml(text: string): string {
  return safeText(text, '\n').replace(/[&<>"']/g, (char) => ENTITIES[char] as string)
}
