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

/** Collects the statements of one judgement. */
export function createClaims(): { claim: Claims<RequirementId>; statements: Statement[] } {
  const statements: Statement[] = []
  return { statements, claim: (requirement, exchange) => claimOn(requirement, exchange, statements) }
}

/** A run makes a hundred thousand, and most are plain: those are made without a look at what they do not have. */
function statementOf(
  requirement: RequirementId,
  exchange: string,
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

function claimOn(requirement: RequirementId, exchange: Exchange, into: Statement[]): Claim {
  const response = exchange.response
  const state = (holds: boolean, detail: Detail): Claim => {
    into.push(statementOf(requirement, exchange.id, holds, detail))
    return self
  }
  // An exchange without a response answers nothing: every statement about it fails and says why.
  const answered = (holds: () => boolean, detail: () => Detail): Claim =>
    response
      ? state(holds(), detail())
      : state(false, { ...detail(), what: 'response', actual: failureOf(exchange) })

  const self: Claim = {
    status: (...allowed) => {
      const plain = allowed.filter((one): one is number => typeof one === 'number')
      const lenient = allowed.find((one) => typeof one === 'object' && one.value === response?.status)
      const expected = plain.length === 1 ? (plain[0] as number) : plain
      const detail: Detail = { what: 'status', expected, actual: response?.status }
      if (typeof lenient === 'object') return state(true, { ...detail, reading: lenient.reading })
      return answered(
        () => plain.includes(response?.status ?? 0),
        () => detail,
      )
    },
    succeeds: () =>
      answered(
        () => Math.trunc((response?.status ?? 0) / 100) === 2,
        () => ({ what: 'status', expected: '2xx', actual: response?.status }),
      ),
    scimType: (...allowed) => {
      const actual = member(response?.body, 'scimType')
      const detail: Detail = {
        what: 'scimType',
        expected: allowed.length === 1 ? (allowed[0] as string) : [...allowed],
        actual,
      }
      if (response && isUnassigned(actual))
        return state(true, { ...detail, reading: 'AMB-035/keyword-missing' })
      return answered(
        () => typeof actual === 'string' && allowed.includes(actual),
        () => detail,
      )
    },
    errorBody: () => claimErrorBody(exchange, answered, state, () => self),
    header: (name, expected, test) => {
      const value = header(exchange, name)
      return answered(
        () => value !== undefined && test(value),
        () => ({ what: `header ${name}`, expected, actual: value }),
      )
    },
    has: (pointer, ...expected) => {
      const actual = pointTo(response?.body, pointer)
      const wanted = expected[0]
      return answered(
        () => !isUnassigned(actual) && (wanted === undefined || sameJson(actual, wanted)),
        () => ({ expected: wanted ?? 'present', actual, pointer }),
      )
    },
    lacks: (pointer) => {
      const actual = pointTo(response?.body, pointer)
      return answered(
        () => isUnassigned(actual),
        () => ({ expected: 'absent', actual, pointer }),
      )
    },
    holds: (ok, detail) =>
      answered(
        () => ok,
        () => detail,
      ),
  }
  return self
}

type Answered = (holds: () => boolean, detail: () => Detail) => Claim

function claimErrorBody(
  exchange: Exchange,
  answered: Answered,
  state: (holds: boolean, detail: Detail) => Claim,
  self: () => Claim,
): Claim {
  const body = exchange.response?.body
  const schemas = member(body, 'schemas')
  answered(
    () => isObject(body) && Array.isArray(schemas) && schemas.includes(URN.error),
    () => ({
      what: 'error body',
      expected: `schemas with ${URN.error}`,
      actual: body ?? (exchange.response?.text || undefined),
    }),
  )
  if (!isObject(body)) return self()
  const status = member(body, 'status')
  const expected = String(exchange.response?.status)
  const detail: Detail = { expected, actual: status, pointer: '/status' }
  if (status === exchange.response?.status)
    return state(true, { ...detail, reading: 'AMB-017/error-status-number' })
  return state(status === expected, detail)
}

function failureOf(exchange: Exchange): string {
  return exchange.failure ? `no answer: ${exchange.failure.message}` : 'no answer'
}
