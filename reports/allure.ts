import {
  actualText,
  en,
  expectedText,
  type Finding,
  levelText,
  type Messages,
  type Outcome,
  reasonText,
  requirementLabel,
  requirementLink,
  safeText,
  type Verdict,
} from '#harness'
import { catalogue, type Requirement } from '#requirements'
import { type Exchange, isObject, type Json } from '#scim'
import { shownExchanges } from './model.ts'

/** What a host hands to Allure for one verdict; the shapes are those of allure-js-commons. */
export interface AllureResult {
  readonly labels: readonly { readonly name: string; readonly value: string }[]
  readonly links: readonly { readonly name: string; readonly url: string }[]
  /** Markdown in which everything that came from the target is inert. */
  readonly description: string
  readonly attachments: readonly AllureAttachment[]
}

export interface AllureAttachment {
  readonly name: string
  readonly contentType: string
  /** With the dot. */
  readonly fileExtension: string
  readonly content: string
}

export const HTTP_EXCHANGE = {
  contentType: 'application/vnd.allure.http+json',
  fileExtension: '.httpexchange',
}

const SEVERITY: Readonly<Record<Outcome, string>> = {
  error: 'blocker',
  fail: 'critical',
  blocked: 'critical',
  warn: 'minor',
  pass: 'normal',
  'not-applicable': 'trivial',
}

/**
 * @param exchanges those of the item; only the ones that prove the verdict are attached
 * @param base the target's base URL, to make whole addresses of paths
 */
export function allureResult(
  verdict: Verdict,
  exchanges: readonly Exchange[],
  base: string,
  requirement: (id: string) => Requirement | undefined = (id) => catalogue.get(id),
  messages: Messages = en,
): AllureResult {
  const shown = new Set(shownExchanges(verdict))
  return {
    labels: labelsOf(verdict),
    links: linksOf(verdict),
    description: descriptionOf(verdict, requirement, messages),
    attachments: exchanges.filter(({ id }) => shown.has(id)).map((exchange) => attachmentOf(exchange, base)),
  }
}

/** Skip reasons get lost on the way to Allure, so a label carries them, too. */
function labelsOf({ id, kind, outcome, requirements, reason, findings }: Verdict): AllureResult['labels'] {
  const label = (name: string, value: string) => ({ name, value: safeText(value) })
  const costs = new Set(findings.flatMap(({ cost }) => (cost ? [cost] : [])))
  return [
    label('suite', id.split('/')[0] as string),
    label('severity', SEVERITY[outcome]),
    label('outcome', outcome),
    label('tag', kind),
    ...requirements.map((one) => label('story', one)),
    ...[...costs].map((cost) => label('tag', cost)),
    ...(reason ? [label('reason', reason)] : []),
  ]
}

function linksOf({ requirements }: Verdict): AllureResult['links'] {
  const links = requirements.flatMap((id) => {
    const url = requirementLink(id)
    return url ? [[url, { name: requirementLabel(id), url }] as const] : []
  })
  return [...new Map(links).values()]
}

function descriptionOf(
  { title, outcome, reason, requirements, findings }: Verdict,
  requirement: (id: string) => Requirement | undefined,
  messages: Messages,
): string {
  const demands = requirements.map((id) => {
    const row = requirement(id)
    const level = row ? `, ${levelText(id, row, messages)}: ${row.requirement}` : ''
    return `${requirementLabel(id, messages)}${level}`
  })
  const why = reason ? [reasonText(outcome, reason, messages)] : []
  return inert(
    [safeText(title), ...why, ...demands, ...findings.map((one) => sentence(one, messages))].join('\n'),
  )
}

function sentence(finding: Finding, messages: Messages): string {
  const { expected, got } = messages.finding
  return `${expected} ${expectedText(finding, messages)}, ${got} ${actualText(finding, messages)}`
}

/** A fenced block whose fence is longer than any in the text: Markdown and HTML in it stay text. */
function inert(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}`
}

function attachmentOf(exchange: Exchange, base: string): AllureAttachment {
  const { id, request, response, failure } = exchange
  const answer = response?.status ?? failure?.kind ?? ''
  const content = JSON.stringify(toHttpExchange(exchange, base))
  return { name: safeText(`${id} ${request.method} ${request.path} ${answer}`), ...HTTP_EXCHANGE, content }
}

function toHttpExchange({ request, response, failure, at, ms, elsewhere }: Exchange, base: string): Json {
  const sent = request.text ?? (request.body === undefined ? undefined : JSON.stringify(request.body))
  const type = (value: string | undefined) => (value === undefined ? {} : { contentType: value })
  const body = (value: string, contentType: string | undefined): Json => ({
    ...type(contentType),
    encoding: 'utf8',
    value,
  })
  const received = response?.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  return {
    schemaVersion: 1,
    request: {
      method: request.method,
      url: `${elsewhere?.base ?? base}${request.path}`,
      headers: Object.entries(request.headers).map(([name, value]) => ({ name, value })),
      ...(sent === undefined ? {} : { body: body(sent, request.headers['content-type']) }),
    },
    ...(response
      ? {
          response: {
            status: response.status,
            headers: response.headers.map(([name, value]) => ({ name, value })),
            ...(response.text === '' ? {} : { body: body(pretty(response), received) }),
          },
        }
      : {}),
    ...(failure ? { error: { name: failure.kind, message: failure.message } } : {}),
    start: Math.round(at),
    stop: Math.round(at + ms),
  }
}

function pretty({ body, text }: NonNullable<Exchange['response']>): string {
  return isObject(body) || Array.isArray(body) ? JSON.stringify(body, null, 2) : text
}
