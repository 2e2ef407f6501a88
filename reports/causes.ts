import { actualText, callText, en, expectedText, type Messages } from '#harness'
import { exchangeOf } from './cited.ts'
import { grouped } from './grouped.ts'
import type { Report, ReportVerdict } from './model.ts'

/** So many verdicts have to agree before it is worth saying. */
const SAME = 3
const SHOWN = 8

export interface Cause {
  /** `POST /Users → 200: expected status 201, got status 200`. */
  readonly text: string
  readonly verdicts: readonly ReportVerdict[]
}

/** What many failures and warnings have in common: the same answer to the same kind of request. Most first. */
export function commonCauses(report: Report, messages: Messages = en): Cause[] {
  const bad = report.verdicts.filter(
    ({ outcome, kind }) => kind !== 'rule' && /^(fail|warn|blocked)$/.test(outcome),
  )
  return grouped(bad, (verdict) => causeText(verdict, report, messages) ?? '')
    .filter(([text, verdicts]) => text !== '' && verdicts.length >= SAME)
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, SHOWN)
    .map(([text, verdicts]) => ({ text, verdicts }))
}

function causeText(verdict: ReportVerdict, report: Report, messages: Messages): string | undefined {
  const finding = verdict.findings[0]
  const exchange = exchangeOf(finding?.exchange ?? verdict.exchanges.at(-1), report)
  if (!exchange) return undefined
  const path = kindOfPath(exchange.request.path)
  const call = callText({ ...exchange, request: { ...exchange.request, path } }, messages)
  if (!finding) return call
  const { expected, got } = messages.finding
  const actual = actualText(finding, messages, exchange.response)
  return `${call}: ${expected} ${expectedText(finding, messages)}, ${got} ${actual}`
}

/** `/Users/2819?filter=…` and `/Users/2820` are the same kind of address: `/Users/…`. */
function kindOfPath(path: string): string {
  const [before = '', query] = path.split('?', 2)
  const [first = '', ...rest] = before.split('/').filter((part) => part !== '')
  return `/${first}${rest.length > 0 ? '/…' : ''}${query === undefined ? '' : '?…'}`
}
