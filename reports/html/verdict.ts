import {
  actualText,
  expectedText,
  type Finding,
  levelText,
  type Messages,
  type Outcome,
  phraseText,
  reasonText,
  requirementLabel,
  requirementLink,
  severityNote,
} from '#harness'
import { exchangeOf } from '../cited.ts'
import { grouped } from '../grouped.ts'
import { type Report, type ReportRequirement, type ReportVerdict, shownExchanges } from '../model.ts'
import { copyable, exchangeMarkup } from './exchange.ts'
import { type Child, type Html, html, inEnglish, phraseMarkup } from './markup.ts'
import { timelineMarkup } from './timeline.ts'

export const MARKS: Readonly<Record<Outcome, string>> = {
  error: '‼',
  fail: '✗',
  blocked: '■',
  warn: '!',
  pass: '✓',
  'not-applicable': '·',
}

/** One verdict in full, as an article that folds. */
export function verdictMarkup(
  verdict: ReportVerdict,
  open: boolean,
  report: Report,
  messages: Messages,
): Html {
  const { id, kind, title, outcome, topic } = verdict
  return html`<article class="verdict ${outcome}" id="${anchor(id)}" data-outcome="${outcome}" data-topic="${topic}" data-text="${searchText(verdict, report, messages)}">
<details${open && html` open`}>
<summary><span class="mark" aria-hidden="true">${MARKS[outcome]}</span><h3${inEnglish(messages)}>${title}</h3><span class="meta"><code>${id}</code>${demands(verdict, report, messages)}${kind === 'check' ? '' : html`<span class="tag">${messages.kind[kind]}</span>`}${costs(verdict, messages)}</span></summary>
<div class="inside">
${verdict.excused && html`<p class="reason">${messages.gate.until(verdict.excused.until, verdict.excused.reason)}</p>`}
${verdict.reason && html`<p class="reason">${reasonText(outcome, verdict.reason, messages)}</p>`}
${verdict.breaks && html`<p class="breaks"><span class="label">${messages.line.breaks}</span> <span${inEnglish(messages)}>${verdict.breaks}</span></p>`}
${grouped(verdict.findings, ({ requirement }) => requirement).map(([requirement, findings]) => requirementMarkup(requirement, findings, report, messages))}
${verdict.findings.length === 0 && verdict.requirements.map((one) => requirementMarkup(one, [], report, messages))}
${verdict.more && html`<p class="dim">… ${messages.finding.more(verdict.more)}</p>`}
${verdict.rehearsal && timelineMarkup(verdict, verdict.rehearsal, messages)}
${exchanges(verdict, report, messages)}
${verdict.again && copyable(report.subject === 'client' ? messages.page.onlySession : messages.page.only, verdict.again, messages)}
</div>
</details>
</article>`
}

/** The fragment under which a verdict is found in the page. */
export function anchor(id: string): string {
  return `v-${id.replace(/\s/g, '_')}`
}

/** What the text filter looks at. */
export function searchText(verdict: ReportVerdict, report: Report, messages: Messages): string {
  const calls = shownExchanges(verdict).flatMap((id) => {
    const request = exchangeOf(id, report)?.request
    return request ? [`${request.method} ${request.path.slice(0, 200)}`] : []
  })
  const demanded = verdict.requirements.flatMap((id) => [id, requirementLabel(id)])
  const reason = verdict.reason ? phraseText(verdict.reason, messages) : ''
  const words = [verdict.id, verdict.title, ...demanded, reason, ...calls]
  return words.join(' ').toLowerCase().slice(0, 1200)
}

function demands(verdict: ReportVerdict, report: Report, messages: Messages): Child {
  const ids = [...new Set(verdict.findings.map(({ requirement }) => requirement as string))]
  const labels = new Set(ids.map((id) => demandText(id, report, messages)))
  return [...labels].slice(0, 3).map((label) => html`<span>${label}</span>`)
}

function demandText(id: string, report: Report, messages: Messages): string {
  const label = requirementLabel(id, messages)
  const row = Object.hasOwn(report.requirements, id) ? report.requirements[id] : undefined
  if (!row) return label
  const level = levelText(id, row, messages)
  return label === level ? label : `${label} · ${level}`
}

function costs({ findings }: ReportVerdict, messages: Messages): Child {
  const names = new Set(findings.flatMap(({ cost }) => (cost ? [cost] : [])))
  return [...names].map((cost) => html`<span class="tag cost">${messages.cost[cost]}</span>`)
}

function requirementMarkup(
  id: string,
  findings: readonly Finding[],
  report: Report,
  messages: Messages,
): Html {
  const row = Object.hasOwn(report.requirements, id) ? report.requirements[id] : undefined
  const link = requirementLink(id)
  const label = demandText(id, report, messages)
  return html`<section class="requirement">
<p class="demand"><span class="source">${link ? html`<a href="${link}" rel="noreferrer noopener" target="_blank">${label}</a>` : label} <span class="dim">${id}</span></span>${row ? textOf(row, messages) : messages.page.unknownRequirement}${row?.source && html` <span class="dim">${row.source}</span>`}</p>
${findings.map((finding) => findingMarkup(finding, report, messages))}
</section>`
}

/** What a requirement says: ours are in English, unless a profile brings along the words. */
function textOf(row: ReportRequirement, messages: Messages): Child {
  if (row.nb !== undefined && messages.lang === 'nb') return row.nb
  return phraseMarkup(row.text, messages)
}

function findingMarkup(finding: Finding, report: Report, messages: Messages): Html {
  const response = exchangeOf(finding.exchange, report)?.response
  const note = severityNote(finding, messages)
  return html`<div class="finding ${finding.severity}"><dl>
<div><dt>${messages.finding.expected}</dt><dd>${expectedText(finding, messages)}</dd></div>
<div><dt>${messages.finding.got}</dt><dd class="got">${actualText(finding, messages, response)}</dd></div>
</dl>
${finding.cost && html`<p class="why"><b>${messages.cost[finding.cost]}</b> ${messages.costMeans[finding.cost]}</p>`}
${finding.note && html`<p class="why">${phraseMarkup(finding.note, messages)}</p>`}
${note && html`<p class="why dim">${note}</p>`}
</div>`
}

function exchanges(verdict: ReportVerdict, report: Report, messages: Messages): Child {
  return shownExchanges(verdict).map((id, index) => {
    const exchange = exchangeOf(id, report)
    return exchange && exchangeMarkup(exchange, verdict.findings, index === 0, messages, report.subject)
  })
}
