import { createHash } from 'node:crypto'
import { en, type Messages, OUTCOMES, type Outcome, safeText } from '#harness'
import { commonCauses } from './causes.ts'
import { grouped, groupedByReason } from './grouped.ts'
import { headline } from './headline.ts'
import { type Child, finished, type Html, html, inEnglish, phraseMarkup } from './html/markup.ts'
import { rowsMarkup } from './html/rows.ts'
import { script } from './html/script.ts'
import { style } from './html/style.ts'
import { topMarkup } from './html/top.ts'
import { anchor, MARKS, searchText, verdictMarkup } from './html/verdict.ts'
import type { Report, ReportVerdict } from './model.ts'

const REST: readonly Outcome[] = ['pass', 'not-applicable']
const BAD = OUTCOMES.filter((outcome) => !REST.includes(outcome))

/** So many findings are unfolded at once; beyond that only the first ones of each outcome are. */
const UNFOLDED = 12
const FIRST = 3

/**
 * The report as one file that opens from disk. It loads nothing and runs only the one script whose hash its policy
 * names, so nothing that a target sent can act in it.
 */
export function renderHtml(report: Report, messages: Messages = en): string {
  const { page } = messages
  const title = `${headline(report, messages).verdict}: ${report.target.base}`
  const body = html`<body data-label="${page.copy}" data-done="${page.copied}">
<a class="skip" href="#verdicts">${page.skip}</a>
<div class="page">
${topMarkup(report, messages)}
<main id="verdicts">
${report.verdicts.some(isUnfoldable) && html`<p class="paper dim">${page.onPaper}</p>`}
${causesMarkup(report, messages)}
${filterMarkup(report, messages)}
${BAD.map((outcome) => groupMarkup(outcome, report, messages))}
${leftMarkup(report, messages)}
${rowsMarkup(report, messages)}
${REST.map((outcome) => groupMarkup(outcome, report, messages))}
</main>
<footer><p>${page.about}</p></footer>
</div>
<script>${finished(script)}</script>
</body>`
  return `<!doctype html>
<html lang="${messages.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${html`${safeText(title)}`.markup}</title>
<style>${style}</style>
</head>
${body.markup}
</html>
`
}

function policy(): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return [
    "default-src 'none'",
    'img-src data:',
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** Hidden until the script runs: without it there is nothing that could filter. */
function filterMarkup(report: Report, messages: Messages): Html {
  const { page } = messages
  const chips = OUTCOMES.filter((outcome) => report.totals[outcome] > 0).map(
    (outcome) =>
      html`<label class="chip"><input type="checkbox" name="outcome" value="${outcome}" checked> ${messages.counted[outcome](report.totals[outcome])}</label>`,
  )
  const topics = [...new Set(report.verdicts.map(({ topic }) => topic))].sort()
  return html`<form id="filter" role="search" aria-label="${page.filter}" hidden>
<fieldset><legend>${page.outcomes}</legend>${chips}</fieldset>
<select name="topic" aria-label="${page.topic}"><option value="">${page.allTopics}</option>${topics.map((topic) => html`<option value="${topic}">${topic}</option>`)}</select>
<input type="search" name="text" aria-label="${page.search}" placeholder="${page.searchHint}" autocomplete="off">
<span class="dim" role="status"><span id="count"></span> ${page.shown}</span>
</form>
<p id="none" class="dim" hidden>${page.none}</p>`
}

/** Where many items fail for one reason, that reason comes first. */
function causesMarkup(report: Report, messages: Messages): Child {
  const causes = commonCauses(report, messages)
  if (causes.length === 0) return undefined
  const rows = causes.map(({ text, verdicts }) => {
    const links = verdicts.map(({ id }) => html`<a href="#${anchor(id)}">${id}</a> `)
    return html`<li><details><summary><b>${messages.number(verdicts.length)}</b> <code>${text}</code></summary><p class="ids">${links}</p></details></li>`
  })
  return html`<section class="group causes"><h2>${messages.run.causes}</h2><ul class="rows">${rows}</ul></section>`
}

function leftMarkup({ left }: Report, messages: Messages): Child {
  if (left.length === 0) return undefined
  return html`<section class="group" id="left"><h2>${messages.page.left} <span class="dim">${left.length}</span></h2>
<ul class="rows">${left.map(({ path, answer }) => html`<li><code>${path}</code> <span>${answer}</span></li>`)}</ul>
<p class="dim">${messages.run.clean}</p></section>`
}

function groupMarkup(outcome: Outcome, report: Report, messages: Messages): Child {
  const verdicts = report.verdicts.filter((verdict) => verdict.outcome === outcome)
  if (verdicts.length === 0) return undefined
  const heading = html`<h2>${capital(messages.outcome[outcome])} <span class="dim">${messages.number(verdicts.length)} · ${messages.outcomeMeans[outcome]}</span></h2>`
  if (outcome === 'pass') return passes(verdicts, heading, report, messages)
  if (outcome === 'not-applicable') return notApplicable(heading, report, messages)
  const few = report.verdicts.filter(isUnfoldable).length <= UNFOLDED
  const articles = verdicts.map((verdict, index) =>
    verdictMarkup(verdict, few || index < FIRST, report, messages),
  )
  return html`<section class="group" data-group>${heading}${articles}</section>`
}

function isUnfoldable({ outcome }: ReportVerdict): boolean {
  return BAD.includes(outcome)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What passed, folded, by topic. A pass with something to see (a note, a rehearsal) can be opened itself. */
function passes(verdicts: readonly ReportVerdict[], heading: Html, report: Report, messages: Messages): Html {
  const topics = grouped(verdicts, ({ topic }) => topic).map(([topic, ones]) => {
    const plain = ones.filter(({ findings, rehearsal }) => findings.length === 0 && !rehearsal)
    const rich = ones.filter((one) => !plain.includes(one))
    return html`<section data-group><h4>${topic} <span class="dim">${messages.number(ones.length)}</span></h4>
${plain.length > 0 && html`<ul class="rows">${plain.map((one) => passRow(one, report, messages))}</ul>`}
${rich.map((one) => verdictMarkup(one, false, report, messages))}</section>`
  })
  return html`<details class="group" data-group><summary>${heading}</summary>${topics}</details>`
}

function passRow(verdict: ReportVerdict, report: Report, messages: Messages): Html {
  const { id, title, topic, outcome, claims } = verdict
  const made = Object.values(claims).reduce((sum, n) => sum + n, 0)
  return html`<li id="${anchor(id)}" data-outcome="${outcome}" data-topic="${topic}" data-text="${searchText(verdict, report, messages)}"><span class="mark" aria-hidden="true">${MARKS.pass}</span> <span${inEnglish(messages)}>${title}</span> <code>${id}</code> <span class="end">${messages.page.claims(made)}</span></li>`
}

function notApplicable(heading: Html, report: Report, messages: Messages): Html {
  const reasons = groupedByReason(report, 'not-applicable').map(
    ([
      reason,
      ones,
    ]) => html`<section data-group><p class="why-not">${phraseMarkup(reason, messages)} <span class="dim">${ones.length}</span></p>
<ul class="rows">${ones.map(
      (one) =>
        html`<li id="${anchor(one.id)}" data-outcome="${one.outcome}" data-topic="${one.topic}" data-text="${searchText(one, report, messages)}"><span${inEnglish(messages)}>${one.title}</span> <code>${one.id}</code></li>`,
    )}</ul></section>`,
  )
  return html`<details class="group" data-group><summary>${heading}</summary>${reasons}</details>`
}
