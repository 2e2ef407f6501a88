import type { Requirement, Severity } from '#requirements'
import type { Exchange, Json } from '#scim'
import type { Obstacle } from './discover.ts'
import type { Contract } from './learn.ts'
import { phraseText } from './phrases.ts'
import { safeText } from './safe-text.ts'
import type { Finding, Outcome } from './verdict.ts'
import { en, type Messages } from './wording-en.ts'
import { nb } from './wording-nb.ts'

export { type CurlOptions, curlLine, shellWord } from './curl.ts'
export { isForeign, phraseText } from './phrases.ts'
export { safeText } from './safe-text.ts'
export { en, type Messages } from './wording-en.ts'
export { nb } from './wording-nb.ts'

/** What reports can be read in. */
export type Language = 'en' | 'nb'

const TABLES: Readonly<Record<Language, Messages>> = { en, nb }

/** All that reports and findings say, in one language. */
export function wording(language: Language): Messages {
  return TABLES[language]
}

/** What a finding is worded from; a `Finding` is one. */
export type FindingFacts = Pick<Finding, 'what' | 'expected' | 'actual' | 'absent' | 'pointer'>

const SHOWN = 240

/** What was expected, as a phrase that fits behind "expected": `status 400`, `scimType "noTarget"`. */
export function expectedText(finding: FindingFacts, messages: Messages = en): string {
  return phrase(finding, wanted(finding, messages), messages)
}

/**
 * What was found, as a phrase that fits behind "got": `status 204`, `no body`, `nothing at /emails`.
 * @param response tells whether something is missing from a body or the body itself is
 */
export function actualText(finding: FindingFacts, messages: Messages = en, response?: Answered): string {
  const { what, actual } = finding
  if (finding.absent) return absentText(finding, messages, response)
  if (what === 'response' && typeof actual === 'string')
    return shorten(phraseText(safeText(actual), messages), messages)
  return phrase(finding, valueText(actual, messages), messages)
}

/** As much of a response as wording needs; `body` is absent where there was none or it was no JSON. */
export interface Answered {
  readonly body?: Json
  readonly text?: string
}

function absentText({ what, pointer }: FindingFacts, { finding }: Messages, response?: Answered): string {
  const header = headerOf(what)
  if (header !== undefined) return finding.noHeader(header)
  if (what === 'status' || what === 'response') return finding.noAnswer
  const inBody = ['body', 'error body', 'scimType'].includes(what) || pointer !== undefined
  if (inBody && response && response.body === undefined)
    return response.text ? finding.noJson : finding.noBody
  if (pointer) return finding.nothingAt(safeText(pointer))
  if (what === 'scimType') return finding.noNamed(what)
  return inBody ? finding.noBody : finding.nothing
}

function phrase({ what, pointer }: FindingFacts, value: string, messages: Messages): string {
  const { finding } = messages
  const header = headerOf(what)
  if (header !== undefined) return finding.header(header, value)
  if (what === 'status') return finding.status(value)
  if (what === 'scimType') return `${what} ${value}`
  if (what === 'response') return value
  if (what === 'body') return pointer ? finding.at(safeText(pointer), value) : finding.body(value)
  const named = whatText(what, messages)
  return what.includes(':') ? `${named} ${value}` : finding.named(named, value)
}

/** What was looked at, where it has a name: `person kari: active`. */
export function whatText(what: string, messages: Messages = en): string {
  return phraseText(safeText(what), messages)
}

function headerOf(what: string): string | undefined {
  return what.startsWith('header ') ? safeText(what.slice('header '.length)) : undefined
}

/** Lists of allowed values become "a or b"; descriptions (with a blank in them) stay unquoted, values do not. */
function wanted(facts: FindingFacts, messages: Messages): string {
  const { what, expected } = facts
  const { finding } = messages
  if (Array.isArray(expected) && (what === 'status' || what === 'scimType')) {
    return expected.map((one) => valueText(one, messages)).join(` ${finding.or} `)
  }
  if (expected === 'present') return finding.present
  if (expected === 'absent') return finding.absentWanted
  const prose = typeof expected === 'string' && (/\s/.test(expected) || what !== 'body' || !facts.pointer)
  return prose && what !== 'scimType'
    ? shorten(phraseText(safeText(expected as string), messages), messages)
    : valueText(expected, messages)
}

/** A JSON value on one line, cut when long, harmless on a terminal. */
export function valueText(value: Json, messages: Messages = en): string {
  return shorten(safeText(JSON.stringify(value)), messages)
}

function shorten(text: string, { finding }: Messages): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}${finding.cutAt(text.length)}`
}

/** `RFC 7644 §3.5.2.2`; a profile's own requirement keeps its id. Accepts any string. */
export function requirementLabel(id: string, messages: Messages = en): string {
  const found = /^RFC(\d+)-([\d.]+)-\d+$/.exec(id)
  if (found) return `RFC ${found[1]} §${found[2]}`
  return id.startsWith('sim/') ? messages.level.rehearsal : safeText(id).replace('/', ' ')
}

/** The page of rfc-editor.org for a requirement of an RFC, `undefined` for others. */
export function requirementLink(id: string): string | undefined {
  const found = /^RFC(\d+)-([\d.]+)-\d+$/.exec(id)
  return found ? `https://www.rfc-editor.org/rfc/rfc${found[1]}#section-${found[2]}` : undefined
}

/** The keyword only where the RFC prints it; "defined behaviour" where it states without one. */
export function levelText(
  id: string,
  { level, basis }: Pick<Requirement, 'level' | 'basis'>,
  messages: Messages = en,
): string {
  if (basis === 'rehearsal' || id.startsWith('sim/')) return messages.level.rehearsal
  if (basis === 'practice') return messages.level.practice
  if (basis === 'keyword') return level
  if (basis === 'lowercase') return level.toLowerCase()
  const profile = id.includes('/') ? safeText(id.slice(0, id.indexOf('/'))) : undefined
  if (profile === undefined) return messages.level.defined
  return /^(MUST|SHALL|REQ)/.test(level)
    ? messages.level.required(profile)
    : messages.level.recommended(profile)
}

/** Why a finding counts for more or less than its level says; `undefined` where it counts as such. */
export function severityNote(
  finding: Pick<Finding, 'level' | 'severity' | 'reading'>,
  messages: Messages = en,
): string | undefined {
  if (finding.reading) return messages.finding.allowed(finding.reading, finding.severity)
  const usual: Severity = /^(MUST|SHALL|REQUIRED)/.test(finding.level) ? 'fail' : 'warn'
  if (finding.severity === usual) return undefined
  if (finding.severity === 'note') return messages.level.noted
  return finding.severity === 'fail' ? messages.level.raised : messages.level.lowered
}

/** What was learnt about a rule that the target does not publish, with what to do about it. */
export function contractText({ resource, said, hint }: Contract, messages: Messages = en): string {
  const { learnt, unknown, silent } = messages.contract
  const why = said === '' ? silent : safeText(said)
  return hint ? learnt(resource, safeText(JSON.stringify(hint)), why) : unknown(resource, why)
}

/** Why an item was blocked, does not apply or is an error, as a sentence. */
export function reasonText(outcome: Outcome, reason: string, messages: Messages = en): string {
  return messages.reason[outcome](phraseText(safeText(reason), messages))
}

/** As much of an exchange as `callText` needs. */
export interface Called {
  readonly request: Pick<Exchange['request'], 'method' | 'path'>
  readonly response?: { readonly status: number }
  readonly failure?: { readonly message: string }
}

/** `PATCH /Users/2819 → 204`, or what happened instead of an answer. */
export function callText(exchange: Called, messages: Messages = en): string {
  const { method, path } = exchange.request
  const { response, failure } = exchange
  const answer =
    response?.status ?? (failure ? phraseText(failure.message, messages) : messages.line.noAnswerYet)
  return safeText(`${method} ${path} → ${answer}`)
}

/** Why a target cannot be tested: what was found, where, and what to do about it. Two sentences. */
export function obstacleText(
  obstacle: Obstacle,
  base: string,
  messages: Messages = en,
): { readonly found: string; readonly todo: string } {
  const where = safeText(base)
  if (obstacle.kind === 'no-answer') return noAnswerText(obstacle, where, messages)
  const url = `${where}${safeText(obstacle.path)}`
  const { status } = obstacle
  const table = messages.obstacle
  if (obstacle.kind === 'credentials') {
    return status === 401 ? table.unauthenticated(url, status) : table.forbidden(url, status)
  }
  if (obstacle.kind === 'no-resource') return table.nothingThere(url, status)
  const html = /html/i.test(obstacle.type)
  return html ? table.html(url, status) : table.notScim(url, status, safeText(obstacle.type))
}

function noAnswerText(
  { failure, failureKind }: Extract<Obstacle, { kind: 'no-answer' }>,
  base: string,
  messages: Messages,
): { found: string; todo: string } {
  const { obstacle } = messages
  const why = phraseText(safeText(failure).replace(/\.$/, ''), messages)
  if (failureKind === 'refused') return obstacle.refused(base)
  if (failureKind === 'unreachable') return obstacle.unreachable(base, why)
  if (failureKind === 'tls') return obstacle.tls(base, why)
  if (failureKind === 'proxy') return obstacle.proxy(base, why)
  if (failureKind === 'timeout') return obstacle.timeout(base)
  if (failureKind === 'reset') return obstacle.reset(base, why)
  if (failureKind === 'too-large' || failureKind === 'too-deep') return obstacle.tooLarge(base, why)
  return obstacle.noAnswer(base, why)
}
