import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { DECISIONS, EMPTY_FORM, ROLES, type SignoffForm, type SignoffRecord } from '#reports/signoff'
import { isObject, type Json, type JsonObject } from '#scim'
import { asWritten } from '../as-written.ts'
import { settings } from '../messages/settings.ts'
import { signoff } from '../messages/signoff.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { yamlFault } from '../yaml-fault.ts'

/** The form as its author wrote it: comments, order and all. */
export interface FormFile {
  readonly form: SignoffForm
  /** `FILE:line:column` of what a path names, or of the nearest thing around it. */
  at(path: readonly string[]): string
  /** The text with everything added that the record asks for and the form lacks; what is there stays as it is. */
  completed(record: SignoffRecord, asks: Asks): string
  /** The text as this program would write it with nothing added. */
  unchanged(): string
}

/** What is asked for besides what every sign-off needs. */
export interface Asks {
  readonly negative: readonly string[]
}

type Shape = 'text' | 'flag' | readonly string[] | { readonly [key: string]: Shape } | readonly [ListOf]
interface ListOf {
  readonly each: { readonly [key: string]: Shape }
}

const PARTY = { orgNumber: 'text', name: 'text' } as const
const SHAPE: Readonly<Record<string, Shape>> = {
  vendor: PARTY,
  customer: PARTY,
  system: { id: 'text', name: 'text', version: 'text', component: 'text', role: ROLES },
  environment: { name: 'text', confirmedAsTest: 'flag' },
  automation: { account: 'text' },
  scope: { reason: 'text' },
  testData: { remark: 'text' },
  contacts: [{ each: { name: 'text', email: 'text', role: 'text' } }],
  deviations: [
    { each: { id: 'text', description: 'text', decision: DECISIONS, owner: 'text', due: 'text' } },
  ],
  negative: [{ each: { id: 'text', result: ['passed', 'failed', 'not-tested'], remark: 'text' } }],
  prerequisites: [
    { each: { id: 'text', answer: ['yes', 'no', 'not-relevant'], date: 'text', remark: 'text' } },
  ],
  agreement: { ref: 'text', acceptedAt: 'text' },
  validUntil: 'text',
}

/**
 * Every value is taken as the letters that stand there: a version 4.10 is not 4.1, and a day is no time.
 * @param text empty for a form that is still to be made
 * @throws UsageError for what is no form, with the place
 */
export function openForm(text: string, file: string): FormFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe' })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const fault = yamlFault(document)
  if (fault)
    throw new UsageError(`${place(fault.offset)}: ${signoff().notYaml(fault.why ?? settings().noAlias)}`)
  const at = (path: readonly string[]) => place(offsetOf(document.contents, path))
  const given = (document.toJS() ?? '') as Json
  if (given !== '' && !isObject(given)) throw new UsageError(`${file}: ${signoff().noMap}`)
  const values = given === '' ? {} : given
  const form = { ...EMPTY_FORM, ...(checked(values, SHAPE, [], at) as Partial<SignoffForm>) }
  const unchanged = () => written(document)
  return { form, at, unchanged, completed: (record, asks) => complete(document, record, asks) }
}

/** How far a path leads; list elements are found by their id or their place. */
function offsetOf(root: unknown, path: readonly string[]): number {
  let node = root
  let offset = 0
  for (const name of path) {
    const found = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && key.value === name)
      : isSeq(node)
        ? node.items.find((item, index) => String(index) === name || (isMap(item) && item.get('id') === name))
        : undefined
    if (!found) return offset
    const [key, value] = isMap(node)
      ? [(found as { key: Node }).key, (found as { value: unknown }).value]
      : [found as Node, found]
    offset = key.range?.[0] ?? offset
    node = value
  }
  return offset
}

type At = (path: readonly string[]) => string

function checked(
  value: JsonObject,
  shape: Readonly<Record<string, Shape>>,
  path: readonly string[],
  at: At,
): JsonObject {
  const entries = Object.entries(value).map(([key, one]) => {
    const here = [...path, key]
    const wanted = Object.hasOwn(shape, key) ? shape[key] : undefined
    if (wanted === undefined)
      throw new UsageError(
        `${at(here)}: ${signoff().unknownKey(asWritten(key), didYouMean(key, Object.keys(shape)), Object.keys(shape))}`,
      )
    return [key, checkedValue(one as Json, wanted, here, at)]
  })
  return { ...emptyOf(shape), ...Object.fromEntries(entries) } as JsonObject
}

/** At the top what is missing comes from the empty form; below, every text is there. */
function emptyOf(shape: Readonly<Record<string, Shape>>): JsonObject {
  if (shape === SHAPE) return {}
  return Object.fromEntries(Object.entries(shape).map(([key, one]) => [key, one === 'flag' ? false : '']))
}

function checkedValue(value: Json, shape: Shape, path: readonly string[], at: At): Json {
  const wrong = (wanted: string) =>
    new UsageError(`${at(path)}: ${signoff().takes(path.at(-1) as string, wanted)}`)
  const { kinds } = signoff()
  if (shape === 'text' || shape === 'flag' || isWords(shape)) {
    if (typeof value !== 'string') throw wrong(kinds.text)
    const text = value.trim()
    if (shape === 'text') return text
    if (isWords(shape)) {
      if (text === '' || shape.includes(text)) return text
      throw wrong(shape.join(', '))
    }
    if (!['', 'true', 'false', 'yes', 'no'].includes(text)) throw wrong('true, false')
    return text === 'true' || text === 'yes'
  }
  if (isList(shape)) {
    if (value === '') return []
    if (!Array.isArray(value)) throw wrong(kinds.list)
    return value.map((one, index) => {
      const here = [...path, String(index)]
      if (!isObject(one))
        throw new UsageError(`${at(here)}: ${signoff().takes(path.at(-1) as string, kinds.maps)}`)
      return checked(one, shape[0].each, here, at)
    })
  }
  if (value === '') return emptyOf(shape)
  if (!isObject(value)) throw wrong(kinds.map)
  return checked(value, shape, path, at)
}

function isWords(shape: Shape): shape is readonly string[] {
  return Array.isArray(shape) && typeof shape[0] === 'string'
}

function isList(shape: Shape): shape is readonly [ListOf] {
  return Array.isArray(shape) && typeof shape[0] === 'object'
}

function complete(document: Document, record: SignoffRecord, asks: Asks): string {
  const { comments } = signoff()
  const fresh = document.contents === null || (isScalar(document.contents) && document.contents.value === '')
  if (fresh) {
    document.contents = document.createNode({}) as unknown as typeof document.contents
    document.commentBefore = comments.top
    document.comment = comments.optional
  }
  const root = document.contents as unknown as YAMLMap
  const map = (key: string) => ensureMap(document, root, key, comments.section[key as Section])
  fill(document, map('vendor'), { orgNumber: comments.orgNumber, name: '' })
  const { id, role } = comments
  fill(document, map('system'), {
    id,
    name: '',
    version: comments.version,
    component: comments.component,
    role,
  })
  fill(document, map('environment'), {
    name: comments.environment,
    ...(record.environment.class === 'unknown' ? { confirmedAsTest: comments.confirmed } : {}),
  })
  fill(document, map('automation'), { account: comments.account })
  if (!record.scope.complete) fill(document, map('scope'), { reason: '' })
  if (record.testData.scan.otherSeries > 0) fill(document, map('testData'), { remark: '' })
  const list = (key: string, elements: readonly Element[]) =>
    ensureList(document, root, key, elements, comments.section[key as Section])
  const contact: Element = { values: { name: '', email: '', role: '' } }
  list('contacts', root.has('contacts') ? [] : [contact])
  list(
    'deviations',
    record.deviations.map((one) => ({
      comment: ` ${one.severity.toUpperCase()} ${one.level}\n ${one.about}\n ${one.tests.slice(0, 6).join(' ')}`,
      values: { id: one.id, description: '', decision: '', owner: '', due: '' },
    })),
  )
  list(
    'negative',
    asks.negative.map((one) => ({ values: { id: one, result: 'not-tested', remark: '' } })),
  )
  list(
    'prerequisites',
    record.prerequisites.map((one) => ({
      comment: ` ${comments.prerequisite(one.text)} (${one.source})`,
      values: { id: one.id, answer: '', ...(one.date === undefined ? {} : { date: '' }), remark: '' },
    })),
  )
  return written(document)
}

function written(document: Document): string {
  return document.contents === null ? '' : document.toString({ lineWidth: 0 })
}

type Section = keyof ReturnType<typeof signoff>['comments']['section']

interface Element {
  readonly comment?: string
  readonly values: Readonly<Record<string, string>>
}

function ensureMap(document: Document, root: YAMLMap, key: string, comment: string | undefined): YAMLMap {
  const found = root.get(key, true)
  if (isMap(found)) return found
  const made = document.createNode({}) as YAMLMap
  setWithComment(document, root, key, made, comment)
  return made
}

function setWithComment(
  document: Document,
  root: YAMLMap,
  key: string,
  value: Node,
  comment: string | undefined,
): void {
  root.delete(key)
  const name = document.createNode(key) as Scalar
  if (comment) {
    name.commentBefore = comment
    name.spaceBefore = true
  }
  root.add(document.createPair(name, value))
}

/** @param lines each name that the map should have, with a comment for where it is added */
function fill(document: Document, map: YAMLMap, lines: Readonly<Record<string, string>>): void {
  for (const [key, comment] of Object.entries(lines)) {
    if (map.has(key)) continue
    const value = emptyText()
    if (comment) value.comment = ` ${comment}`
    map.add(document.createPair(key, value))
  }
}

/** Quoted, so that it is seen where something is to be written. */
function emptyText(text = ''): Scalar {
  const value = new Scalar(text)
  if (text === '') value.type = 'QUOTE_DOUBLE'
  return value
}

function ensureList(
  document: Document,
  root: YAMLMap,
  key: string,
  elements: readonly Element[],
  comment: string | undefined,
): void {
  if (elements.length === 0) return
  const found = root.get(key, true)
  const list: YAMLSeq = isSeq(found) ? found : (document.createNode([]) as YAMLSeq)
  if (!isSeq(found)) setWithComment(document, root, key, list, comment)
  const known = new Set(list.items.map((item) => (isMap(item) ? item.get('id') : undefined)))
  for (const { comment: about, values } of elements) {
    if (values.id !== undefined && known.has(values.id)) continue
    const item = document.createNode({}) as YAMLMap
    for (const [name, text] of Object.entries(values)) item.add(document.createPair(name, emptyText(text)))
    if (about) item.commentBefore = about
    list.flow = false
    list.items.push(item)
  }
}
