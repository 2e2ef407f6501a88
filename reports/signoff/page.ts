import { en, nb, OUTCOMES, phraseText, safeText } from '#harness'
import { grouped } from '../grouped.ts'
import { type Child, type Html, html } from '../html/markup.ts'
import { sha256Base64 } from './canonical.ts'
import type { Deviation, NotTested, SignoffRecord } from './record.ts'
import { resultOf } from './statement.ts'
import { style } from './style.ts'
import { type PageLanguage, type PageTexts, pageTexts } from './texts.ts'

/**
 * The record as a page to print and to sign by hand. It loads nothing and runs nothing; all that people or targets wrote
 * is escaped.
 */
export function renderSignoffPage(record: SignoffRecord, language: PageLanguage): string {
  const texts = pageTexts[language]
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${sha256Base64(style)}'; base-uri 'none'; form-action 'none'`
  const title = html`${safeText(`${texts.title}: ${record.system.name || texts.field.system}`)}`
  return `<!doctype html>
<html lang="${texts.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${title.markup}</title>
<style>${style}</style>
</head>
${body(record, texts).markup}
</html>
`
}

function body(record: SignoffRecord, texts: PageTexts): Html {
  return html`<body>
<header>
<h1>${texts.title}</h1>
<p class="dim">${orEmpty(record.vendor.name, texts)} · ${orEmpty(record.system.name, texts)} ${record.system.version}</p>
${notices(record, texts)}
<div class="own"><p>${texts.own(record.vendor.name || texts.notFilled)}</p><p>${texts.twoConditions}</p></div>
</header>
<main>
${partiesMarkup(record, texts)}
${runsMarkup(record, texts)}
${resultsMarkup(record, texts)}
${deviationsMarkup(record, texts)}
${negativeMarkup(record, texts)}
${testDataMarkup(record, texts)}
${prerequisitesMarkup(record, texts)}
${contactsMarkup(record, texts)}
${signingMarkup(record, texts)}
${notTestedMarkup(record, texts)}
${itemsMarkup(record, texts)}
</main>
</body>`
}

function notices({ state, scope, supersedes }: SignoffRecord, texts: PageTexts): Child {
  return [
    state === 'draft' && html`<p class="notice">${texts.draft}</p>`,
    !scope.complete && html`<p class="notice">${texts.partial(scope.reason || texts.notFilled)}</p>`,
    supersedes && html`<p>${texts.superseding(supersedes.recordId)}</p>`,
  ]
}

type Row = readonly [label: string, value: Child] | false

function facts(rows: readonly Row[]): Html {
  const shown = rows.filter((row) => row !== false)
  return html`<table class="facts"><tbody>${shown.map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</tbody></table>`
}

function orEmpty(text: string, { notFilled }: PageTexts): string {
  return text === '' ? `[${notFilled}]` : text
}

function partiesMarkup(record: SignoffRecord, texts: PageTexts): Html {
  const { field } = texts
  const { vendor, customer, system, agreement } = record
  const organisation = (one: typeof vendor) =>
    html`${orEmpty(one.name, texts)}<br>${field.orgNumber} ${one.id}`
  return html`<section><h2>${texts.section.parties}</h2>
${facts([
  [field.vendor, organisation(vendor)],
  customer ? [field.customer, organisation(customer)] : false,
  [
    field.system,
    html`${orEmpty(system.name, texts)} ${system.version}<br><code>${orEmpty(system.id, texts)}</code>`,
  ],
  [field.component, orEmpty(system.component, texts)],
  [field.role, system.role === '' ? orEmpty('', texts) : texts.role[system.role]],
  [
    field.environment,
    html`${orEmpty(record.environment.name, texts)}<br><span class="dim">${texts.hostClass[record.environment.class]}</span>`,
  ],
  agreement
    ? [field.agreement, `${agreement.ref}${agreement.acceptedAt ? `, ${agreement.acceptedAt}` : ''}`]
    : false,
  [
    field.expires,
    html`${day(record.validity.expiresAt)}<br><span class="dim">${texts.endsBefore(record.validity.endsBefore)}</span>`,
  ],
])}</section>`
}

function day(time: string): string {
  return time.slice(0, 10)
}

function moment(time: string): string {
  return time === '' ? '–' : `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`
}

function profileTitle({ title, nb: bokmal }: SignoffRecord['profile'], { lang }: PageTexts): Child {
  if (lang === 'en') return title
  return bokmal ?? html`<span lang="en">${title}</span>`
}

function runsMarkup(record: SignoffRecord, texts: PageTexts): Html {
  const { field } = texts
  const { profile, harness, automation } = record
  return html`<section><h2>${texts.section.tested}</h2>
${facts([
  [field.profile, html`${profileTitle(profile, texts)}<br><code>${profile.id} ${profile.version}</code>`],
  [
    field.harness,
    html`${harness.name} ${harness.version} <code class="small">sha256:${harness.hash.slice(0, 16)}…</code>`,
  ],
  [field.account, orEmpty(automation.account, texts)],
])}
<table class="runs"><thead><tr><th>${field.run}</th><th>${field.period}</th><th>${field.address}</th></tr></thead><tbody>
${record.runs.map(
  (run) =>
    html`<tr><td><code>${run.runId}</code><br><span class="dim small">${field.seed} ${run.seed}, ${field.requests.toLowerCase()} ${run.requests}${run.strict && `, ${texts.strict}`}</span></td><td>${moment(run.startedAt)}<br>${moment(run.endedAt)}</td><td><code>${run.baseUrl}</code>${run.limits.length > 0 && html`<br><span class="warn small">${run.limits.map((limit) => texts.limit[limit]).join('; ')}</span>`}</td></tr>`,
)}
</tbody></table></section>`
}

function resultsMarkup(record: SignoffRecord, texts: PageTexts): Html {
  const result = resultOf(record)
  const { summary } = record.results
  return html`<section class="whole"><h2>${texts.section.results}</h2>
<p class="result ${result}">${texts.result[result]}</p>
<p class="dim">${texts.resultMeans[result]}</p>
<table><thead><tr><th>${texts.field.outcome}</th><th>${texts.field.tests}</th></tr></thead><tbody>
${OUTCOMES.filter((outcome) => summary[outcome] > 0).map((outcome) => html`<tr><td class="${outcome}">${texts.outcome[outcome]}</td><td>${summary[outcome]}</td></tr>`)}
</tbody></table></section>`
}

function deviationsMarkup({ deviations }: SignoffRecord, texts: PageTexts): Html {
  return html`<section><h2>${texts.section.deviations}</h2>
${deviations.length === 0 && html`<p>${texts.noDeviations}</p>`}
${deviations.some(({ severity }) => severity !== 'blocked') && texts.requirementsInEnglish !== '' && html`<p class="dim small">${texts.requirementsInEnglish}</p>`}
${deviations.map((one) => deviationMarkup(one, texts))}</section>`
}

function demandMarkup({ about, nb: bokmal }: Deviation, { lang }: PageTexts): Html {
  return lang === 'nb' && bokmal ? html`<p>${bokmal}</p>` : html`<p lang="en">${about}</p>`
}

const SHOWN_TESTS = 6

function deviationMarkup(one: Deviation, texts: PageTexts): Html {
  const { field } = texts
  const tests = one.tests.slice(0, SHOWN_TESTS).join(', ')
  const more = one.tests.length > SHOWN_TESTS ? ` + ${one.tests.length - SHOWN_TESTS}` : ''
  return html`<article class="deviation ${one.severity}">
<p class="mark">${texts.severity[one.severity]} · <code>${one.id}</code> ${one.level}</p>
${one.severity === 'blocked' ? html`<p>${reasonMarkup(one.about, texts)}</p>` : demandMarkup(one, texts)}
${one.description !== '' && html`<p>${one.description}</p>`}
<p class="dim small">${field.tests}: <code>${tests}${more}</code></p>
<dl><div><dt>${field.decision}</dt><dd>${one.decision === '' ? texts.undecided : texts.decision[one.decision]}</dd></div><div><dt>${field.owner}</dt><dd>${one.owner || '–'}</dd></div><div><dt>${field.due}</dt><dd>${one.due || '–'}</dd></div></dl>
</article>`
}

function negativeMarkup({ scenarios }: SignoffRecord, texts: PageTexts): Html {
  const { field } = texts
  return html`<section><h2>${texts.section.negative}</h2>
<table class="first-wide"><thead><tr><th>${field.scenario}</th><th>${field.result}</th><th>${field.basis}</th></tr></thead><tbody>
${scenarios.negative.map(
  ({ id, result, basis, tests, remark }) =>
    html`<tr><td>${texts.negative[id]}</td><td class="${result}">${texts.negativeResult[result]}</td><td>${basis === 'run' ? texts.basis.run(tests.length) : texts.basis[basis]}${remark && html`<br><span class="small">${remark}</span>`}</td></tr>`,
)}
</tbody></table></section>`
}

function testDataMarkup({ testData }: SignoffRecord, texts: PageTexts): Html {
  const { statement, scan, created, leftBehind, remark } = testData
  return html`<section><h2>${texts.section.testData}</h2>
<p>${statement === 'only-synthetic-persons' ? texts.synthetic : texts.otherNumbers(scan.otherSeries)} ${remark}</p>
<p>${texts.created(created)} ${scan.inClear === 0 && texts.scanned(scan.numbers)} ${leftBehind > 0 && texts.left(leftBehind)}</p></section>`
}

function prerequisitesMarkup({ prerequisites }: SignoffRecord, texts: PageTexts): Html {
  const { field } = texts
  if (prerequisites.length === 0)
    return html`<section><h2>${texts.section.prerequisites}</h2><p>${texts.noPrerequisites}</p></section>`
  return html`<section><h2>${texts.section.prerequisites}</h2>
<table class="first-wide"><thead><tr><th>${field.condition}</th><th>${field.answer}</th><th>${field.remark}</th></tr></thead><tbody>
${prerequisites.map(
  (one) =>
    html`<tr><td>${one.text[texts.lang]}<br><span class="dim small">${one.source}</span></td><td>${one.answer === '' ? orEmpty('', texts) : texts.answer[one.answer]}${one.date && html`<br>${one.date}`}</td><td>${one.remark}</td></tr>`,
)}
</tbody></table></section>`
}

function contactsMarkup({ contacts }: SignoffRecord, texts: PageTexts): Html {
  const { field } = texts
  return html`<section class="whole"><h2>${texts.section.contacts}</h2>
<table class="people"><thead><tr><th>${field.name}</th><th>${field.role}</th><th>${field.email}</th></tr></thead><tbody>
${contacts.length === 0 && html`<tr><td colspan="3">${orEmpty('', texts)}</td></tr>`}
${contacts.map(({ name, role, email }) => html`<tr><td>${name}</td><td>${role}</td><td>${email}</td></tr>`)}
</tbody></table></section>`
}

function signingMarkup(record: SignoffRecord, texts: PageTexts): Html {
  const { vendor, customer, integrity, recordId, signatures } = record
  const [signature] = signatures
  return html`<section class="whole"><h2>${texts.section.signing}</h2>
${signatureBox(texts.forVendor, vendor, signature, texts)}
${customer && signatureBox(texts.forCustomer, customer, undefined, texts)}
<div class="foot small"><h3>${texts.section.integrity}</h3>
<p>${signature ? texts.signedBy(signature.name, signature.title, moment(signature.signedAt)) : texts.unsigned} ${texts.notQualified}</p>
<p>${texts.field.record} <code>${recordId}</code><br>${texts.field.contentHash} <code>${integrity.contentHash}</code>${signature && html`<br>${texts.field.key} <code>${signature.keyId}</code>`}</p>
<p class="dim">${texts.howToVerify}</p></div></section>`
}

function signatureBox(
  heading: string,
  party: SignoffRecord['vendor'],
  signature: SignoffRecord['signatures'][number] | undefined,
  texts: PageTexts,
): Html {
  const { field } = texts
  return html`<div class="sign"><h3>${heading}: ${orEmpty(party.name, texts)}</h3>
<p>${texts.declaration(party.name || `[${texts.notFilled}]`)}</p>
<div class="lines"><div><b>${signature?.name ?? ''}</b>${field.name}</div><div><b>${signature?.title ?? ''}</b>${field.title}</div><div><b>${party.id}</b>${field.orgNumber}</div><div><b></b>${field.place}</div><div class="wide"><b></b>${field.signature}</div></div></div>`
}

function notTestedMarkup({ results }: SignoffRecord, texts: PageTexts): Html {
  const { field } = texts
  const groups = grouped(results.notTested, ({ kind, reason }) => `${kind}\n${reason}`)
  return html`<section class="annex"><h2>${texts.section.notTested} <span class="dim">${results.notTested.length}</span></h2>
${groups.length === 0 && html`<p>${texts.allTested}</p>`}
${
  groups.length > 0 &&
  html`<table class="dense long reasons"><thead><tr><th>${field.reason}</th><th>${field.requirement}</th></tr></thead><tbody>
${groups.map(([, ones]) => notTestedRow(ones, texts))}</tbody></table>`
}</section>`
}

function notTestedRow(ones: readonly NotTested[], texts: PageTexts): Html {
  const [first] = ones
  if (!first) return html``
  return html`<tr><td>${texts.notTestedKind[first.kind]}${first.reason !== '' && html`<br>${reasonMarkup(first.reason, texts)}`}</td><td>${ones.map(({ requirement }) => html`<code class="id">${requirement}</code> `)}</td></tr>`
}

/** The harness gives its reasons in English; most of them it can say in the other language as well. */
function reasonMarkup(reason: string, texts: PageTexts): Html {
  const text = phraseText(reason, texts.lang === 'nb' ? nb : en)
  return html`<span class="dim" lang="${text === reason ? 'en' : texts.lang}">${text}</span>`
}

const SHOWN_HASH = 12

function itemsMarkup({ results }: SignoffRecord, texts: PageTexts): Html {
  return html`<section class="annex"><h2>${texts.section.items} <span class="dim">${results.items.length}</span></h2>
<p class="dim small">${texts.itemsNote}</p>
<ul class="items">
${results.items.map(
  ({ requirement, level, result, evidence }) =>
    html`<li><code class="id">${requirement}</code> <span>${level}</span> <span class="${result}">${texts.itemResult[result]}</span> <code class="dim">${evidence.slice(0, SHOWN_HASH)}</code></li>`,
)}
</ul></section>`
}
