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
import { grouped } from './grouped.ts'
import { type Report, type ReportVerdict, shownExchanges } from './model.ts'

/** JUnit XML: a suite for each topic. What blocks a build is a failure here, too: blocked, and warnings if strict. */
export function renderJunit(report: Report, messages: Messages = en): string {
  const suites = grouped(report.verdicts, ({ topic }) => topic).sort(([a], [b]) => (a < b ? -1 : 1))
  const attributes = { name: report.tool.name, ...countsOf(report.verdicts, report.strict) }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributesText(attributes)}>`,
    ...suites.flatMap(([topic, verdicts]) => suite(topic, verdicts, report, messages)),
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
    ...countsOf(verdicts, report.strict),
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
  if (outcome === 'not-applicable') return [`      <skipped${attributesText({ message: why })}/>`]
  const tag = tagOf(verdict, report.strict)
  const text = detailLines(verdict, report, messages)
  if (tag) {
    const message = verdict.findings[0] ? sentence(verdict.findings[0], report, messages) : why
    const open = `      <${tag}${attributesText({ type: outcome, message })}>`
    return [`${open}${escapeXml(text.join('\n'))}</${tag}>`]
  }
  return text.length === 0 ? [] : [`      <system-out>${escapeXml(text.join('\n'))}</system-out>`]
}

function tagOf({ outcome }: ReportVerdict, strict: boolean): 'error' | 'failure' | undefined {
  if (outcome === 'error') return 'error'
  return outcome === 'fail' || outcome === 'blocked' || (strict && outcome === 'warn') ? 'failure' : undefined
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

function countsOf(verdicts: readonly ReportVerdict[], strict: boolean): Record<string, string> {
  const count = (test: (verdict: ReportVerdict) => boolean) => String(verdicts.filter(test).length)
  return {
    tests: String(verdicts.length),
    failures: count((verdict) => tagOf(verdict, strict) === 'failure'),
    errors: count((verdict) => tagOf(verdict, strict) === 'error'),
    skipped: count(({ outcome }) => outcome === 'not-applicable'),
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
