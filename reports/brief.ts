import {
  actualText,
  callText,
  expectedText,
  type Messages,
  reasonText,
  requirementLabel,
  safeText,
} from '#harness'
import { exchangeOf } from './cited.ts'
import type { Report, ReportVerdict } from './model.ts'

/** What was found first, in one line: `PATCH /Users/2819 → 204: expected status 400, got status 204`. */
export function foundText(verdict: ReportVerdict, report: Report, messages: Messages): string {
  const [finding] = verdict.findings
  const { outcome, reason } = verdict
  if (!finding) return reason ? reasonText(outcome, reason, messages) : messages.outcomeMeans[outcome]
  const exchange = exchangeOf(finding.exchange, report)
  const { expected, got } = messages.finding
  const call = exchange ? `${callText(exchange, messages)}: ` : ''
  const actual = actualText(finding, messages, exchange?.response)
  return `${call}${expected} ${expectedText(finding, messages)}, ${got} ${actual}`
}

/** The requirements that findings break, or those that could not be shown, as people cite them. */
export function demandedText({ findings, requirements }: ReportVerdict, messages: Messages): string {
  const ids: readonly string[] = findings.length > 0 ? findings.map((one) => one.requirement) : requirements
  const labels = [...new Set(ids.map((id) => safeText(requirementLabel(id, messages))))]
  return labels.length > SHOWN ? `${labels.slice(0, SHOWN).join(', ')} …` : labels.join(', ')
}

const SHOWN = 3
