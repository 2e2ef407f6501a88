import { isObject, type Json, type JsonObject } from '../message/index.ts'

/** Something wrong with what a target published, and where. */
export interface Problem {
  /** JSON pointer (RFC 6901) into what was read. */
  readonly pointer: string
  readonly message: string
}

/** Bounds for what a target publishes; far above what real services serve. */
export const LIMITS = {
  schemas: 500,
  resourceTypes: 200,
  /** In one schema, all levels together. */
  attributesPerSchema: 1_000,
  /** In all schemas. */
  attributes: 20_000,
  /** The Schema schema has three levels; no other has more than two. */
  levels: 3,
  values: 500,
  extensions: 50,
  text: 4_000,
  name: 128,
  problems: 200,
} as const

/** Collects problems, each once, up to a limit, so that a hostile document cannot fill the memory. */
export class Problems {
  readonly list: Problem[] = []
  readonly #seen = new Set<string>()

  add(pointer: string, message: string): void {
    const key = `${pointer} ${message}`
    if (this.list.length >= LIMITS.problems || this.#seen.has(key)) return
    this.#seen.add(key)
    this.list.push({ pointer, message })
  }
}

/** One JSON object being read, with its place and where to complain. */
export class Reading {
  readonly object: JsonObject
  readonly pointer: string
  readonly problems: Problems
  readonly #names: ReadonlyMap<string, string>

  constructor(object: JsonObject, pointer: string, problems: Problems) {
    this.object = object
    this.pointer = pointer
    this.problems = problems
    this.#names = new Map(Object.keys(object).map((key) => [key.toLowerCase(), key]))
  }

  complain(message: string, member?: string): void {
    this.problems.add(member === undefined ? this.pointer : at(this.pointer, member), message)
  }

  /** A member by its RFC spelling; another spelling is taken with a complaint, null counts as absent. */
  get(name: string): Json | undefined {
    const spelt = Object.hasOwn(this.object, name) ? name : this.#names.get(name.toLowerCase())
    if (spelt === undefined) return undefined
    if (spelt !== name) this.complain(`expected the name "${name}"`, spelt)
    return this.object[spelt] ?? undefined
  }

  /** A string; an over-long one is cut. */
  text(name: string): string | undefined {
    const value = this.get(name)
    if (value === undefined || typeof value === 'string') return value?.slice(0, LIMITS.text)
    this.complain('expected a string', name)
    return undefined
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.get(name)
    if (value === undefined || typeof value === 'boolean') return value ?? otherwise
    this.complain('expected true or false', name)
    if (typeof value !== 'string') return otherwise
    const word = value.toLowerCase()
    return word === 'true' || (word !== 'false' && otherwise)
  }

  keyword<Word extends string>(name: string, words: readonly Word[], otherwise: Word): Word {
    const value = this.get(name)
    if (value === undefined) return otherwise
    const lower = typeof value === 'string' ? value.toLowerCase() : undefined
    const word = words.find((candidate) => candidate.toLowerCase() === lower)
    if (word !== value) this.complain(`expected one of ${words.join(', ')}`, name)
    return word ?? otherwise
  }

  texts(name: string): string[] {
    const items = this.items(name, LIMITS.values)
    const strings = items.filter((item) => typeof item === 'string')
    if (strings.length < items.length) this.complain('expected strings only', name)
    return strings.map((item) => item.slice(0, LIMITS.text))
  }

  /** The objects of an array, each with its place. */
  objects(name: string, limit: number): Reading[] {
    const items = this.items(name, limit)
    return objectsOf(items, at(this.pointer, name), this.problems)
  }

  private items(name: string, limit: number): Json[] {
    const value = this.get(name)
    if (value === undefined) return []
    if (!Array.isArray(value)) this.complain('expected an array', name)
    return Array.isArray(value) ? cut(value, limit, at(this.pointer, name), this.problems) : []
  }
}

/** RFC 6901 escaping of one more step. */
export function at(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function cut(items: Json[], limit: number, pointer: string, problems: Problems): Json[] {
  if (items.length > limit) problems.add(pointer, `only the first ${limit} of ${items.length} were read`)
  return items.slice(0, limit)
}

function objectsOf(items: readonly Json[], pointer: string, problems: Problems): Reading[] {
  return items.flatMap((item, index) => {
    if (isObject(item)) return [new Reading(item, at(pointer, index), problems)]
    problems.add(at(pointer, index), 'expected an object')
    return []
  })
}

/** The objects of a ListResponse, of a bare array, or a single resource that has the member `own`. */
export function listed(list: Json, own: string, limit: number, problems: Problems): Reading[] {
  if (Array.isArray(list)) return objectsOf(cut(list, limit, '', problems), '', problems)
  if (!isObject(list)) {
    problems.add('', 'expected a ListResponse')
    return []
  }
  const reading = new Reading(list, '', problems)
  if (reading.get('Resources') !== undefined) return reading.objects('Resources', limit)
  if (Object.hasOwn(list, own)) return [reading]
  problems.add('', 'expected a ListResponse with Resources')
  return []
}
