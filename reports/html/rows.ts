import { type Messages, OUTCOMES } from '#harness'
import type { Report, ReportRow } from '../model.ts'
import { type Child, type Html, html, inEnglish } from './markup.ts'
import { anchor } from './verdict.ts'

const ORDER: readonly ReportRow['outcome'][] = [...OUTCOMES, 'not-run', 'not-judged']
/** So many verdicts are named for a row; a topic may have a hundred. */
const NAMED = 8

/** The requirements that the profile brings along, one by one, with the verdicts that say what came of them. */
export function rowsMarkup({ rows = [], verdicts }: Report, messages: Messages): Child {
  if (rows.length === 0) return undefined
  const { page, number } = messages
  const known = new Set(verdicts.map(({ id }) => id))
  const groups = ORDER.flatMap((outcome) => {
    const some = rows.filter((row) => row.outcome === outcome)
    return some.length === 0
      ? []
      : [
          html`<h4>${outcomeText(outcome, messages)} <span class="dim">${number(some.length)}</span></h4>
<ul class="rows">${some.map((row) => rowMarkup(row, known, messages))}</ul>`,
        ]
  })
  return html`<details class="group" id="rows"><summary><h2>${page.rows} <span class="dim">${number(rows.length)} · ${page.rowsMean}</span></h2></summary>${groups}</details>`
}

function rowMarkup(row: ReportRow, known: ReadonlySet<string>, messages: Messages): Html {
  const { id, level, source, why, by, nb } = row
  const text =
    messages.lang === 'nb' && nb
      ? html`<span>${nb}</span>`
      : html`<span${inEnglish(messages)}>${row.text}</span>`
  const named = by.filter((one) => known.has(one)).slice(0, NAMED)
  const links = named.map((one) => html`<a href="#${anchor(one)}">${one}</a> `)
  const rest = by.length - named.length
  return html`<li><code>${id}</code> <span class="tag">${level}</span> ${text}
<span class="dim"${inEnglish(messages)}>${why ?? source ?? ''}</span>
${by.length > 0 && html`<span class="ids">${links}${rest > 0 && html`+${messages.number(rest)}`}</span>`}</li>`
}

function outcomeText(outcome: ReportRow['outcome'], { outcome: texts, page }: Messages): string {
  const text = outcome === 'not-run' || outcome === 'not-judged' ? page.rowOutcome[outcome] : texts[outcome]
  return text.charAt(0).toUpperCase() + text.slice(1)
}
