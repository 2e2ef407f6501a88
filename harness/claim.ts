import type { ReadingId, RequirementId } from '#requirements'
import { type Exchange, header, isObject, type Json, member, sameJson, URN } from '#scim'
import { isUnassigned } from './authoring.ts'
import { pointTo } from './pointer.ts'

/** An answer that only one defensible reading of an ambiguous text allows. */
export interface Reading<T> {
  readonly reading: ReadingId
  readonly value: T
}

/** Marks an allowed answer as depending on a reading; how it is judged stands in `requirements/readings.json`. */
export function reading<T>(id: ReadingId, value: T): Reading<T> {
  return { reading: id, value }
}

/** One statement that a claim made and what came of it. */
export interface Statement {
  readonly requirement: RequirementId
  readonly exchange?: string
  readonly holds: boolean
  readonly reading?: ReadingId
  readonly what: string
  readonly expected: Json
  readonly actual: Json
  readonly absent?: boolean
  readonly pointer?: string
}

export interface Detail {
  /** What was looked at. Default `body`. */
  readonly what?: string
  readonly expected: Json
  /** `undefined` prints as nothing at all ("no body", "absent"). */
  readonly actual: Json | undefined
  readonly pointer?: string
  /** Given when the answer is allowed, but only under this reading. */
  readonly reading?: ReadingId
}

/** Statements about one exchange under one requirement. Each returns the claim, so that they can be chained. */
export interface Claim {
  /** The status is one of those listed. */
  status(...allowed: readonly (number | Reading<number>)[]): Claim
  /** The status is 2xx. */
  succeeds(): Claim
  /** A SCIM error body whose `scimType` is one of those listed; absence is AMB-035. */
  scimType(...allowed: readonly string[]): Claim
  /** A body in the form of RFC 7644 section 3.12 whose `status` is the HTTP status. */
  errorBody(): Claim
  /** A response header is there and passes the test. */
  header(name: string, expected: string, test: (value: string) => boolean): Claim
  /** The body has something at the pointer and, if given, exactly this. `''` is the whole body. */
  has(pointer: string, expected?: Json): Claim
  /** The body has nothing (absent, null or an empty array are the same) at the pointer. */
  lacks(pointer: string): Claim
  /** Anything else: says what was expected and found. */
  holds(ok: boolean, detail: Detail): Claim
}

export type Claims<Id extends RequirementId> = (requirement: Id, exchange: Exchange) => Claim

/** Hears of every statement that is made. */
type Hear = (requirement: RequirementId, exchange: Exchange, holds: boolean, detail: Detail) => void

/** Collects the statements of one judgement. */
export function createClaims(): { claim: Claims<RequirementId>; statements: Statement[] } {
  const statements: Statement[] = []
  const hear: Hear = (...said) => statements.push(statementOf(...said))
  return { statements, claim: (requirement, exchange) => new ClaimOn(requirement, exchange, hear) }
}

/**
 * The same for a long run, which makes millions, nearly all of them plain and true: those are only counted.
 *
 * @param count hears of each that holds under every reading
 * @param add hears of the others
 */
export function createCountedClaims(
  count: (requirement: RequirementId, exchange: string) => void,
  add: (statement: Statement) => void,
): Claims<RequirementId> {
  const hear: Hear = (requirement, exchange, holds, detail) =>
    holds && detail.reading === undefined
      ? count(requirement, exchange.id)
      : add(statementOf(requirement, exchange, holds, detail))
  return (requirement, exchange) => new ClaimOn(requirement, exchange, hear)
}

/** Most statements are plain: those are made without a look at what they do not have. */
function statementOf(
  requirement: RequirementId,
  { id: exchange }: Exchange,
  holds: boolean,
  detail: Detail,
): Statement {
  const { what = 'body', expected, actual = null, pointer, reading } = detail
  const plain = { requirement, exchange, holds, what, expected, actual }
  if (detail.actual !== undefined && pointer === undefined && reading === undefined) return plain
  return {
    ...plain,
    ...(detail.actual === undefined ? { absent: true } : {}),
    ...(pointer === undefined ? {} : { pointer }),
    ...(reading === undefined ? {} : { reading }),
  }
}

class ClaimOn implements Claim {
  private readonly requirement: RequirementId
  private readonly exchange: Exchange
  private readonly hear: Hear

  constructor(requirement: RequirementId, exchange: Exchange, hear: Hear) {
    this.requirement = requirement
    this.exchange = exchange
    this.hear = hear
  }

  status(...allowed: readonly (number | Reading<number>)[]): Claim {
    const actual = this.exchange.response?.status
    const plain = allowed.filter((one): one is number => typeof one === 'number')
    const lenient = allowed.find((one) => typeof one === 'object' && one.value === actual)
    const expected = plain.length === 1 ? (plain[0] as number) : plain
    const detail: Detail = { what: 'status', expected, actual }
    if (typeof lenient === 'object') return this.state(true, { ...detail, reading: lenient.reading })
    return this.holds(plain.includes(actual ?? 0), detail)
  }

  succeeds(): Claim {
    const actual = this.exchange.response?.status
    const isSuccess = Math.trunc((actual ?? 0) / 100) === 2
    return this.holds(isSuccess, { what: 'status', expected: '2xx', actual })
  }

  scimType(...allowed: readonly string[]): Claim {
    const actual = member(this.body, 'scimType')
    const expected = allowed.length === 1 ? (allowed[0] as string) : [...allowed]
    const detail: Detail = { what: 'scimType', expected, actual }
    if (this.exchange.response && isUnassigned(actual))
      return this.state(true, { ...detail, reading: 'AMB-035/keyword-missing' })
    return this.holds(typeof actual === 'string' && allowed.includes(actual), detail)
  }

  errorBody(): Claim {
    const { body } = this
    const { status, text } = this.exchange.response ?? {}
    const schemas = member(body, 'schemas')
    const isError = isObject(body) && Array.isArray(schemas) && schemas.includes(URN.error)
    const expected = `schemas with ${URN.error}`
    this.holds(isError, { what: 'error body', expected, actual: body ?? (text || undefined) })
    if (!isObject(body)) return this
    const actual = member(body, 'status')
    const detail: Detail = { expected: String(status), actual, pointer: '/status' }
    if (actual === status) return this.state(true, { ...detail, reading: 'AMB-017/error-status-number' })
    return this.state(actual === String(status), detail)
  }

  header(name: string, expected: string, test: (value: string) => boolean): Claim {
    const actual = header(this.exchange, name)
    const detail = { what: `header ${name}`, expected, actual }
    return this.holds(actual !== undefined && test(actual), detail)
  }

  has(pointer: string, ...wanted: readonly Json[]): Claim {
    const actual = pointTo(this.body, pointer)
    const [expected] = wanted
    const isThere = !isUnassigned(actual) && (expected === undefined || sameJson(actual, expected))
    return this.holds(isThere, { expected: expected ?? 'present', actual, pointer })
  }

  lacks(pointer: string): Claim {
    const actual = pointTo(this.body, pointer)
    return this.holds(isUnassigned(actual), { expected: 'absent', actual, pointer })
  }

  /** An exchange without a response answers nothing: every statement about it fails and says why. */
  holds(ok: boolean, detail: Detail): Claim {
    if (this.exchange.response) return this.state(ok, detail)
    return this.state(false, { ...detail, what: 'response', actual: failureOf(this.exchange) })
  }

  private get body(): Json | undefined {
    return this.exchange.response?.body
  }

  private state(holds: boolean, detail: Detail): Claim {
    this.hear(this.requirement, this.exchange, holds, detail)
    return this
  }
}

function failureOf(exchange: Exchange): string {
  return exchange.failure ? `no answer: ${exchange.failure.message}` : 'no answer'
}
