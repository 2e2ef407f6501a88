import { type Finding, type Messages, phraseText, whatText } from '#harness'
import { type Act, actsOf, type Row, type SyncEnd } from '../acts.ts'
import type { ReportRehearsal, ReportStep, ReportVerdict } from '../model.ts'
import { noteText } from '../played.ts'
import { shortPath } from '../sends.ts'
import { type Child, type Html, html, inEnglish, phraseMarkup } from './markup.ts'
import { membershipMarkup } from './membership.ts'

/** A play with more requests than this shows only those synchronisations unfolded in which something was wrong. */
const SHORT = 25

/** A step, with what began at it. */
interface Drawn extends ReportStep {
  readonly isReading: boolean
  readonly isCause: boolean
  readonly caused: readonly Finding[]
}

interface Page {
  readonly findings: readonly Finding[]
  readonly habits: ReportRehearsal['habits']
  readonly messages: Messages
  readonly isLong: boolean
}

/**
 * What the simulated identity provider did: three lanes from top to bottom, directory, identity provider and endpoint.
 * A list with a grid for its rows, so it can be read aloud, folded, printed over several pages and shown without script.
 */
export function timelineMarkup(
  { findings }: Pick<ReportVerdict, 'findings'>,
  rehearsal: ReportRehearsal,
  messages: Messages,
): Html {
  const { timeline, steps, comparisons, total, habits } = rehearsal
  const { play } = messages
  const drawn = steps.map((step): Drawn => {
    const caused = findings.filter(({ exchange }) => exchange === step.exchange)
    return { ...step, caused, isCause: caused.length > 0, isReading: /^read back\b/.test(step.doing) }
  })
  const acts = actsOf(timeline, drawn)
  const page: Page = { findings, habits, messages, isLong: total > SHORT }
  return html`<section class="timeline"><h4>${messages.page.timeline}</h4>
<p class="dim">${messages.run.requests(total)}; ${messages.line.compared(comparisons)}</p>
${membershipMarkup(
  acts.flatMap(({ end }) => end ?? []),
  messages,
)}
<figure class="sequence"><figcaption class="dim">${play.caption}</figcaption>
<div class="lanes" aria-hidden="true"><span>${play.directory}</span><span>${play.provider}</span><span>${play.endpoint}</span></div>
${acts.map((act) => actMarkup(act, page))}
</figure>
${habitsMarkup(habits, messages)}
</section>`
}

function actMarkup({ rows, end }: Act<Drawn>, page: Page): Child {
  const start = rows.findIndex(({ kind }) => kind === 'sync')
  const before = start < 0 ? rows : rows.slice(0, start)
  const during = start < 0 ? [] : rows.slice(start + 1)
  const list = (some: readonly Row<Drawn>[]) =>
    some.length > 0 && html`<ol class="seq">${some.map((row) => rowMarkup(row, page))}</ol>`
  if (!end) return list(rows.filter(({ kind }) => kind !== 'sync'))
  const open = !page.isLong || isNotable(end, during)
  return [
    list(before),
    html`<details class="act${end.differences > 0 && ' wrong'}"${open && html` open`}><summary>${summaryOf(end, page)}</summary>${list(during)}</details>`,
  ]
}

function isNotable({ differences }: SyncEnd, rows: readonly Row<Drawn>[]): boolean {
  return differences > 0 || rows.some((row) => row.kind === 'request' && row.step.isCause)
}

function summaryOf({ sync, requests, differences, compared }: SyncEnd, { messages }: Page): Html {
  const { play, run } = messages
  const outcome =
    differences > 0
      ? html`<b>✗ ${play.differences(differences)}</b>`
      : html`<span class="dim">${compared === 0 ? play.notCompared : play.equal}</span>`
  return html`${play.sync(sync)} <span class="dim">${run.requests(requests)} ·</span> ${outcome}`
}

function rowMarkup(row: Row<Drawn>, page: Page): Child {
  const { play } = page.messages
  switch (row.kind) {
    case 'event':
      return html`<li class="happens"><p>${phraseMarkup(row.text, page.messages)}</p></li>`
    case 'sync':
      return undefined
    case 'request':
      return requestMarkup(row.step, page)
    case 'readings':
      return html`<li class="call reading"><div class="said"><p class="dim">${play.readings(row.steps.length)}</p><i class="wire"></i></div>${answersMarkup(row.steps, page)}</li>`
    case 'gap':
      return html`<li class="call"><div class="said"><p class="dim">${play.gap(row.requests)}</p></div></li>`
    case 'omitted':
      return html`<li class="call"><div class="said"><p class="dim">${play.omitted(row.lines)}</p></div></li>`
    case 'problem':
      return html`<li class="problem"><p>${row.object && html`<b>${phraseText(row.object, page.messages)}</b> `}${phraseMarkup(row.text, page.messages)}</p></li>`
    case 'difference':
      return differenceMarkup(row, page)
  }
}

function requestMarkup(step: Drawn, page: Page): Html {
  const { method, path, doing, sends, exchange, caused } = step
  const words = [doing, sends]
    .filter((word) => word !== '')
    .map((word) => phraseText(word, page.messages))
    .join(': ')
  return html`<li class="call${caused.length > 0 && ' hit'}"><div class="said"><p><code><b>${method}</b> ${shortPath(path)}</code> <span class="dim">${exchange}</span></p>
<p class="dim">${words}</p>${tagsMarkup(step, page)}<i class="wire"></i>${caused.map((finding) => hit(finding, page.messages))}</div>${answersMarkup([step], page)}</li>`
}

/** What shaped a request; what is only inferred, and what departs from the RFCs, is said to be. */
function tagsMarkup({ habits, departs, confidence }: Drawn, { habits: known, messages }: Page): Child {
  const tags = habits.map((id) => {
    const evidence = Object.hasOwn(known, id) ? known[id]?.confidence : confidence
    const doubt =
      evidence && evidence !== 'documented' && html` <i>${messages.confidence[evidence] ?? evidence}</i>`
    return html`<span class="tag">${id}${doubt}</span> `
  })
  const strays = departs.map((one) => html`<span class="tag strays">${one}</span> `)
  return tags.length + strays.length > 0 && html`<p class="tags">${tags}${strays}</p>`
}

function answersMarkup(steps: readonly Drawn[], { messages }: Page): Html {
  const statuses = [...new Set(steps.map(({ status }) => status))]
  const badges = statuses.map((status) => {
    const fine = status >= 200 && status < 400
    return html`<b class="${fine ? 'fine' : 'refused'}">${status === 0 ? messages.line.noAnswerYet : status}</b> `
  })
  return html`<p class="answer"><span class="aloud">${messages.play.answer} </span>${badges}</p>`
}

function hit({ what, cost }: Finding, messages: Messages): Child {
  return html`<p class="diverged">✗ ${messages.page.diverged}: ${whatText(what, messages)}${cost && html` <span class="tag cost">${messages.cost[cost]}</span>`}</p>`
}

function differenceMarkup(
  { what, cost, index }: Extract<Row<Drawn>, { kind: 'difference' }>,
  { findings, messages }: Page,
): Html {
  const finding = findings[index]?.what === what ? findings[index] : undefined
  const first =
    finding?.exchange && html` <span class="dim">${messages.line.first} ${finding.exchange}</span>`
  return html`<li class="differs"><p>✗ ${whatText(what, messages)} <span class="tag cost">${costText(cost, messages)}</span>${first}</p></li>`
}

/** A record may come from another version, with other costs. */
function costText(cost: string, messages: Messages): string {
  return (messages.cost as Readonly<Record<string, string>>)[cost] ?? cost
}

/** What the names of habits mean, and what they rest on. */
function habitsMarkup(habits: ReportRehearsal['habits'], messages: Messages): Child {
  const all = Object.entries(habits)
  if (all.length === 0) return undefined
  const rows = all.map(
    ([id, { says, source, confidence }]) =>
      html`<div><dt><code>${id}</code> <span class="tag">${messages.confidence[confidence] ?? confidence}</span></dt><dd${inEnglish(messages)}>${says} <span class="dim">${noteText(source)}</span></dd></div>`,
  )
  return html`<details class="habits"><summary>${messages.play.habits(all.length)}</summary><dl>${rows}</dl></details>`
}
