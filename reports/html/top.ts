import { type Messages, OUTCOMES, type Outcome } from '#harness'
import { gateLines, placeOf, staleText } from '../gated.ts'
import { headline } from '../headline.ts'
import type { Report } from '../model.ts'
import { notedIn } from '../noted.ts'
import { hasSeed, momentText, secondsText } from '../spelled.ts'
import { type Child, type Html, html, inEnglish, phraseMarkup } from './markup.ts'

/** The head of the page: the verdict, what it rests on, and what the target offers. */
export function topMarkup(report: Report, messages: Messages): Html {
  const { verdict, tone, caveats } = headline(report, messages)
  const { page } = messages
  const notes = [...gateLines(report, messages), ...caveats]
  return html`<header class="top ${tone}">
<p class="over">${page.title} · ${report.tool.name} ${report.tool.version}</p>
<h1>${verdict}</h1>
${barMarkup(report)}
<ul class="totals">${OUTCOMES.filter((outcome) => report.totals[outcome] > 0).map((outcome) => total(outcome, report, messages))}</ul>
${notes.length > 0 && html`<ul class="caveats">${notes.map((note) => html`<li>${note}</li>`)}${staleMarkup(report, messages)}</ul>`}
<dl class="facts">${facts(report, messages)}</dl>
${offersMarkup(report, messages)}
${notesMarkup(report, messages)}
</header>`
}

/** Entries of the baseline that turn the build red themselves. */
function staleMarkup({ gate }: Report, messages: Messages): Child {
  const { file = '', stale = [] } = gate.baseline ?? {}
  return stale.map(
    (entry) =>
      html`<li><code>${entry.id}</code> ${placeOf(entry, file)}<br>${staleText(entry, messages)}</li>`,
  )
}

function total(outcome: Outcome, report: Report, messages: Messages): Html {
  // Numbers have no ordinary blank in them, in no language.
  const [number, ...words] = messages.counted[outcome](report.totals[outcome]).split(' ')
  return html`<li class="${outcome}" title="${messages.outcomeMeans[outcome]}"><b>${number}</b> ${words.join(' ')}</li>`
}

/** Proportions at a glance; the numbers beside it say the same. Widths in thousandths. */
function barMarkup({ totals }: Report): Html {
  const all = OUTCOMES.reduce((sum, outcome) => sum + totals[outcome], 0) || 1
  let from = 0
  const parts = OUTCOMES.map((outcome) => {
    const width = (1000 * totals[outcome]) / all
    const part = html`<rect class="${outcome}" x="${from.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="10"/>`
    from += width
    return part
  })
  return html`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`
}

function facts(report: Report, messages: Messages): Child {
  const { page, run } = messages
  const { target, profile } = report
  const mode = [report.strict ? run.strict : page.tolerant]
  const row = (name: string, value: Child, wide = false) =>
    html`<div${wide && html` class="wide"`}><dt>${name}</dt><dd>${value}</dd></div>`
  return [
    row(page.target, [html`<code>${target.base}</code>`, target.embedded ? ` (${page.embedded})` : ''], true),
    row(
      page.profile,
      [
        messages.lang === 'nb' && profile.nb
          ? profile.nb
          : html`<span${inEnglish(messages)}>${profile.title}</span>`,
        html` <span class="dim">${profile.id}</span>`,
      ],
      true,
    ),
    row(
      page.started,
      html`<time datetime="${report.started}">${momentText(report.started, messages)}</time>`,
    ),
    row(page.took, `${secondsText(report.ms, messages)}, ${run.requests(report.requests)}`),
    row(page.run, [html`<code>${report.run}</code>`, hasSeed(report) && ` · ${run.seed(report.seed)}`]),
    row(page.mode, mode),
  ]
}

/** What the authors of the profile found to be contradictory or open in its documents. */
function notesMarkup(report: Report, messages: Messages): Child {
  const notes = notedIn(report, messages)
  const { page } = messages
  if (notes.length === 0) return undefined
  const rows = notes.map(
    ({ id, text, source }) => html`<li><code>${id}</code> ${text} <span class="dim">${source}</span></li>`,
  )
  return html`<details class="offers noted"><summary>${page.notes}</summary>
<p class="dim">${page.notesMean}</p><ul class="odd">${rows}</ul></details>`
}

function offersMarkup(report: Report, messages: Messages): Html {
  const { page } = messages
  const { features, resourceTypes, notes } = report.facts
  const rows = Object.entries(features).map(
    ([name, { offered, why }]) =>
      html`<li class="${offered ? 'yes' : 'no'}"><b>${name}</b> <span class="dim">${offered ? page.offered : page.notOffered}: ${phraseMarkup(why, messages)}</span></li>`,
  )
  const types = resourceTypes.map(
    ({ name, endpoint }) => html`<li class="yes"><b>${name}</b> <span class="dim">${endpoint}</span></li>`,
  )
  return html`<details class="offers"><summary>${page.offers}</summary>
<ul>${rows}${types}</ul>
<p class="dim">${page.described}: ${page.describedBy[report.target.described]}</p>
${notes.length > 0 && html`<p class="label">${page.odd}</p><ul class="odd">${notes.map((note) => html`<li>${phraseMarkup(note, messages)}</li>`)}</ul>`}
</details>`
}
