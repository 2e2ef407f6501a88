import { type AttributePath, COMPARISONS, type Comparison, type Filter, type Literal } from './ast.ts'
import { takeNamedPath } from './attribute-path.ts'
import { Cursor } from './cursor.ts'
import { MAX_DEPTH } from './limits.ts'

const NOT = /not *(?=\()/iy
const OPERATOR = /[^ ()[\]"]+/y
const STRING = /"(?:[^"\\]|\\.)*"/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD_LITERAL = /true|false|null/y

/**
 * Parses a filter of RFC 7644 section 3.4.2.2: `not` before `and` before `or`, operators in any letter case.
 * More than one blank is taken where one is due (AMB-071), `not(` as well as `not (`; literals are JSON, exactly.
 *
 * @param urns known schema URNs, see `parseAttributePath`
 * @throws ScimError 400 invalidFilter, naming the position and what was expected; also for a text that is too long
 *   or too deeply nested (see `MAX_LENGTH`, `MAX_DEPTH`)
 */
export function parseFilter(text: string, urns: readonly string[] = []): Filter {
  const cursor = new Cursor(text, 'invalidFilter')
  cursor.blanks()
  const filter = takeOr({ cursor, urns, inBrackets: false, depth: 0 })
  cursor.blanks()
  if (!cursor.atEnd) cursor.fail('"and", "or" or the end of the filter')
  return filter
}

/** Where the parser stands. */
interface State {
  readonly cursor: Cursor
  readonly urns: readonly string[]
  /** Inside `attribute[…]`, where no other value path may begin (AMB-073). */
  readonly inBrackets: boolean
  readonly depth: number
}

/** Consumes `[…]`. The cursor stands before the opening bracket. */
export function takeValueFilter(cursor: Cursor, urns: readonly string[], depth = 0): Filter {
  cursor.expect('[')
  cursor.blanks()
  const filter = takeOr(deeper({ cursor, urns, inBrackets: true, depth }))
  cursor.blanks()
  cursor.expect(']', '"and", "or" or "]"')
  return filter
}

function takeOr(state: State): Filter {
  let left = takeAnd(state)
  while (takeWord(state.cursor, / +or(?=[ (])/iy)) left = { kind: 'or', left, right: takeAnd(state) }
  return left
}

function takeAnd(state: State): Filter {
  let left = takeTerm(state)
  while (takeWord(state.cursor, / +and(?=[ (])/iy)) left = { kind: 'and', left, right: takeTerm(state) }
  return left
}

/** Consumes a logical operator with the blanks around it. */
function takeWord(cursor: Cursor, pattern: RegExp): boolean {
  if (cursor.take(pattern) === undefined) return false
  if (!cursor.blanks()) cursor.fail('a blank')
  return true
}

function takeTerm(state: State): Filter {
  const { cursor } = state
  if (cursor.take(NOT) !== undefined) return { kind: 'not', filter: takeGroup(state) }
  if (cursor.next === '(') return takeGroup(state)
  const path = takeNamedPath(cursor, state.urns)
  if (cursor.next !== '[') return takeComparison(cursor, path)
  if (state.inBrackets) cursor.fail('no value path inside a value path')
  return { kind: 'valuePath', path, filter: takeValueFilter(cursor, state.urns, state.depth) }
}

function takeGroup(state: State): Filter {
  const { cursor } = state
  cursor.expect('(')
  cursor.blanks()
  const filter = takeOr(deeper(state))
  cursor.blanks()
  cursor.expect(')', '"and", "or" or ")"')
  return filter
}

function deeper(state: State): State {
  if (state.depth >= MAX_DEPTH) state.cursor.fail(`at most ${MAX_DEPTH} levels of nesting`)
  return { ...state, depth: state.depth + 1 }
}

function takeComparison(cursor: Cursor, path: AttributePath): Filter {
  if (!cursor.blanks()) cursor.fail('a blank and an operator')
  const op = takeOperator(cursor)
  if (op === 'pr') return { kind: 'compare', path, op }
  if (!cursor.blanks()) cursor.fail('a blank and a value')
  return { kind: 'compare', path, op, value: takeLiteral(cursor) }
}

function takeOperator(cursor: Cursor): Comparison | 'pr' {
  const start = cursor.position
  const word = cursor.take(OPERATOR)?.toLowerCase()
  const op = word === 'pr' ? word : COMPARISONS.find((known) => known === word)
  return op ?? cursor.fail(`an operator (${COMPARISONS.join(', ')}, pr)`, start)
}

function takeLiteral(cursor: Cursor): Literal {
  const start = cursor.position
  const text = cursor.take(STRING) ?? cursor.take(NUMBER) ?? cursor.take(WORD_LITERAL)
  const expected = 'a JSON string in double quotes, a number, true, false or null'
  if (text === undefined || !/[ )\]]|^$/.test(cursor.next)) return cursor.fail(expected, start)
  const value = readJson(text)
  return value === undefined ? cursor.fail(expected, start) : value
}

function readJson(text: string): Literal | undefined {
  try {
    const value = JSON.parse(text) as Literal
    if (typeof value !== 'number') return value
    // `-0` would not survive being printed; a number too large for a double is no operand at all.
    return Number.isFinite(value) ? value + 0 : undefined
  } catch {
    return undefined
  }
}
