import type { Finding, Messages } from '#harness'
import type { ReportRehearsal, ReportStep, ReportVerdict } from '../model.ts'
import { noteText } from '../played.ts'
import { type Child, type Html, html } from './markup.ts'

/** More requests than this are folded away but for those around a divergence. */
const SHORT = 25
const AROUND = 2
const PATH = 160

/** What the simulated identity provider did, in order, and where directory and target parted. */
export function timelineMarkup(
  { findings }: Pick<ReportVerdict, 'findings'>,
  rehearsal: ReportRehearsal,
  messages: Messages,
): Html {
  const { timeline, steps, comparisons, total } = rehearsal
  const rows = steps.map((step, index) => stepMarkup(step, steps[index - 1]?.event, findings, messages))
  const events = timeline.map((event) => html`<li>${noteText(event)}</li>`)
  return html`<section class="timeline"><h4>${messages.page.timeline}</h4>
<p class="dim">${messages.run.requests(total)}; ${messages.line.compared(comparisons)}</p>
${rows.length === 0 && events.length > 0 && html`<ol class="events">${events}</ol>`}
${rows.length > SHORT ? folded(rows, steps, findings, messages, total) : rows.length > 0 && html`<ol class="steps">${rows}</ol>`}
</section>`
}

function folded(
  rows: readonly Html[],
  steps: readonly ReportStep[],
  findings: readonly Finding[],
  messages: Messages,
  total: number,
): Html {
  const hits = steps.flatMap((step, index) => (causes(step, findings).length > 0 ? [index] : []))
  const isNear = (index: number) => hits.some((hit) => Math.abs(hit - index) <= AROUND)
  const near = rows.filter((_, index) => isNear(index))
  return html`<ol class="steps">${near}</ol>
<details class="all"><summary>${messages.page.showAll(total)}</summary><ol class="steps">${rows}</ol></details>`
}

function causes(step: ReportStep, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ exchange }) => exchange === step.exchange)
}

function stepMarkup(
  step: ReportStep,
  before: string | undefined,
  findings: readonly Finding[],
  messages: Messages,
): Html {
  const caused = causes(step, findings)
  const { status, event, doing, habits, departs } = step
  const refused = status >= 400 || status === 0
  return html`<li class="${caused.length > 0 ? 'hit' : refused ? 'refused' : 'fine'}">${event !== before && html`<p class="event">${event}</p>`}
<p class="step"><code><b>${step.method}</b> ${shortPath(step.path)}</code> <span><span class="arrow">→</span> <b>${status === 0 ? messages.line.noAnswerYet : status}</b></span> <span class="dim">${doing}</span>${[...habits, ...departs].map((one) => html`<span class="tag">${one}</span>`)}</p>${caused.map((finding) => hit(finding, messages))}</li>`
}

/** A path as a person reads it; the exchange below has it as it was sent. */
function shortPath(path: string): string {
  try {
    return decodeURIComponent(path).slice(0, PATH)
  } catch {
    return path.slice(0, PATH)
  }
}

function hit({ what, cost }: Finding, messages: Messages): Child {
  return html`<p class="diverged">${messages.page.diverged}: ${what}${cost && html` <span class="tag cost">${cost}</span>`}</p>`
}
