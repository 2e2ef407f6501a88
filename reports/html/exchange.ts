import { type Finding, type Messages, safeText } from '#harness'
import type { Json } from '#scim'
import type { ReportExchange } from '../cited.ts'
import { jsonMarkup } from './json.ts'
import { type Child, type Html, html, phraseMarkup } from './markup.ts'

const TEXT = 6000

/** What findings point at in one exchange. */
interface Marks {
  readonly status: boolean
  /** Lower case. */
  readonly headers: readonly string[]
  readonly requestHeaders: readonly string[]
  readonly request: readonly string[]
  readonly response: readonly string[]
}

/** Request and response side by side, the places that findings point at marked, and the curl line. */
export function exchangeMarkup(
  exchange: ReportExchange,
  findings: readonly Finding[],
  open: boolean,
  messages: Messages,
  subject?: 'client',
): Html {
  const { request, response, failure, ms } = exchange
  const marks = marksOf(
    findings.filter((finding) => finding.exchange === exchange.id),
    subject,
  )
  const status = response?.status ?? messages.line.noAnswerYet
  return html`<details class="exchange"${open && html` open`}>
<summary><code><b>${request.method}</b> ${request.path}</code> <span class="arrow">→</span> <b>${status}</b> <span class="dim">${messages.number(Math.round(ms))} ms · ${exchange.id}</span></summary>
<div class="sides">
<section><h5>${messages.page.request}</h5>${requestMarkup(request, marks, messages)}</section>
<section><h5>${messages.page.response}</h5>${
    response
      ? responseMarkup(response, marks, messages)
      : html`<p class="none"><mark>${failure ? phraseMarkup(failure.message, messages) : status}</mark></p>`
  }</section>
</div>
${copyable(messages.page.curl, exchange.curl, messages)}
${/\[(identity-number-|secret\])/.test(exchange.curl) && html`<p class="dim">${messages.line.placeholders}</p>`}
</details>`
}

/** A command to copy: one click selects it whole, a button is added by the script. */
export function copyable(label: string, command: string, messages: Messages): Html {
  return html`<div class="command"><span class="label">${messages.page.reproduce}: ${label}</span><pre tabindex="0" data-copy>${safeText(command)}</pre></div>`
}

/** @param subject of a client everything that is found is in its request */
function marksOf(findings: readonly Finding[], subject?: 'client'): Marks {
  const isInRequest = (what: string) => subject === 'client' || /^request\b/.test(what)
  const places = (inRequest: boolean) =>
    findings
      .filter(({ what }) => isInRequest(what) === inRequest)
      .flatMap(({ what, pointer }) => {
        if (pointer !== undefined) return [pointer]
        if (what === 'scimType') return ['/scimType']
        return ['body', 'error body', 'request body'].includes(what) ? [''] : []
      })
  // Rules about clients say `header content-type of the request`.
  const headers = findings.flatMap(({ what }) =>
    what.startsWith('header ')
      ? [
          what
            .slice(7)
            .replace(/ of the request$/, '')
            .toLowerCase(),
        ]
      : [],
  )
  return {
    status: subject !== 'client' && findings.some(({ what }) => what === 'status'),
    headers: subject === 'client' ? [] : headers,
    requestHeaders: subject === 'client' ? headers : [],
    request: places(true),
    response: places(false),
  }
}

function requestMarkup(request: ReportExchange['request'], marks: Marks, messages: Messages): Html {
  const { method, path, headers, body, text } = request
  return html`<pre class="head"><b>${method}</b> ${path}${Object.entries(headers).map(
    ([name, value]) => html`\n${headerMarkup(name, value, marks.requestHeaders)}`,
  )}</pre>${bodyMarkup(body, text, marks.request, messages)}`
}

function responseMarkup(
  response: NonNullable<ReportExchange['response']>,
  marks: Marks,
  messages: Messages,
): Html {
  const { status, headers, body, text, cut } = response
  const missing = marks.headers.filter((wanted) => !headers.some(([name]) => name.toLowerCase() === wanted))
  const ghosts = missing.map(
    (name) => html`\n<mark class="ghost">${name}: ${messages.finding.nothing}</mark>`,
  )
  const line = html`HTTP <b>${status}</b>`
  return html`<pre class="head">${marks.status ? html`<mark>${line}</mark>` : line}${headers.map(
    ([name, value]) => html`\n${headerMarkup(name, value, marks.headers)}`,
  )}${ghosts}</pre>${bodyMarkup(body, text, marks.response, messages)}${cut && html`<p class="dim">${messages.page.cut}</p>`}`
}

function headerMarkup(name: string, value: string, marked: readonly string[]): Html {
  const written = html`<span class="k">${name}</span>: ${value}`
  return marked.includes(name.toLowerCase()) ? html`<mark>${written}</mark>` : written
}

function bodyMarkup(
  body: Json | undefined,
  text: string | undefined,
  pointers: readonly string[],
  messages: Messages,
): Child {
  if (body !== undefined)
    return html`<pre class="body" tabindex="0">${jsonMarkup(body, pointers, messages)}</pre>`
  const shown =
    text && text.length > TEXT ? `${text.slice(0, TEXT)}${messages.finding.cutAt(text.length)}` : text
  const marked = pointers.length > 0
  if (!shown) {
    return html`<p class="none">${marked ? html`<mark class="ghost">${messages.page.noBody}</mark>` : messages.page.noBody}</p>`
  }
  return html`<pre class="body" tabindex="0">${marked ? html`<mark>${shown}</mark>` : shown}</pre>`
}
