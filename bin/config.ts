import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isMap, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { FEATURES } from '#harness'
import { isObject, type Json, type JsonObject } from '#scim'
import { builtinSchemas, parseResourceTypes, parseSchemas } from '#scim/schema'
import type { Settings } from './run/settings.ts'
import { didYouMean, UsageError } from './usage-error.ts'

export const CONFIG_FILES = ['scim-test.config.yaml', 'scim-test.config.yml', 'scim-test.config.json']

type Kind = 'text' | 'number' | 'flag' | 'list' | 'texts' | 'assume' | 'create'

/** Every key, its kind, and a word on it for the error message. */
const KEYS: Readonly<Record<string, Kind>> = {
  target: 'text',
  tokenEnv: 'text',
  tokenFile: 'text',
  headers: 'texts',
  ca: 'text',
  profile: 'text',
  only: 'list',
  concurrency: 'number',
  rate: 'number',
  seed: 'text',
  timeout: 'number',
  settle: 'number',
  out: 'text',
  strict: 'flag',
  quiet: 'flag',
  allure: 'flag',
  allowProduction: 'text',
  assume: 'assume',
  create: 'create',
}
const ASSUME_KEYS = ['features', 'resourceTypes', 'schemas']

export interface FileConfig extends Partial<Omit<Settings, 'headers' | 'assume' | 'create'>> {
  readonly tokenEnv?: string
  readonly tokenFile?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly assume?: Settings['assume']
  readonly create?: Settings['create']
}

/** Reads the configuration file that was named, or the one in the working directory, or none. */
export function readConfig(named: string | undefined, folder = process.cwd()): FileConfig {
  const file = named ?? CONFIG_FILES.map((name) => resolve(folder, name)).find((path) => existsSync(path))
  if (file === undefined) return {}
  if (!existsSync(file)) throw new UsageError(`There is no configuration file ${file}.`)
  return parseConfig(readFileSync(file, 'utf8'), file)
}

/** @throws UsageError that names file, line and column, what was found, and what to do */
export function parseConfig(text: string, file: string): FileConfig {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const [broken] = document.errors
  if (broken) throw new UsageError(`${at(broken.pos[0])}: not valid YAML: ${broken.message.split('\n')[0]}`)
  const places = new Map<string, number>()
  visit(document, {
    Pair(_, pair, path) {
      const names = [...path, pair].flatMap((node) =>
        isPair(node) && isScalar(node.key) ? [String(node.key.value)] : [],
      )
      if (isScalar(pair.key) && pair.key.range) places.set(names.join('.'), pair.key.range[0])
    },
  })
  if (document.contents !== null && !isMap(document.contents))
    throw new UsageError(`${file}: a configuration is a map of settings.`)
  const config = (document.toJS() ?? {}) as JsonObject
  return check(config, (path) => at(places.get(path) ?? 0))
}

type At = (path: string) => string

function check(config: JsonObject, at: At): FileConfig {
  const entries = Object.entries(config).map(([key, value]) => {
    const kind = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined
    if (kind === undefined) throw unknownKey(key, key, Object.keys(KEYS), at)
    return [key, checkValue(key, value, kind, at)]
  })
  return Object.fromEntries(entries) as FileConfig
}

function unknownKey(path: string, key: string, known: readonly string[], at: At): UsageError {
  const hint =
    key === 'token'
      ? ' A token does not belong in a file: set SCIM_TEST_TOKEN, or name a variable with tokenEnv.'
      : ''
  return new UsageError(
    `${at(path)}: unknown key "${key}".${hint || didYouMean(key, known)} Known: ${known.join(', ')}.`,
  )
}

function checkValue(key: string, value: Json, kind: Kind, at: At): unknown {
  const wrong = (wanted: string) =>
    new UsageError(`${at(key)}: ${key} is ${JSON.stringify(value)}; it takes ${wanted}.`)
  if (kind === 'text') {
    if (typeof value === 'string' || typeof value === 'number') return String(value)
    throw wrong('a text')
  }
  if (kind === 'number') {
    if (typeof value === 'number' && value >= 0) return value
    throw wrong('a number that is not negative')
  }
  if (kind === 'flag') {
    if (typeof value === 'boolean') return value
    throw wrong('true or false')
  }
  if (kind === 'list') {
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
    throw wrong('a list of texts')
  }
  if (!isObject(value)) throw wrong('a map')
  if (kind === 'texts') return checkTexts(key, value, at)
  return kind === 'assume' ? checkAssume(value, at) : checkCreate(value, at)
}

function checkTexts(key: string, value: JsonObject, at: At): Record<string, string> {
  for (const [name, text] of Object.entries(value)) {
    if (typeof text !== 'string') throw new UsageError(`${at(`${key}.${name}`)}: ${name} takes a text.`)
  }
  return value as Record<string, string>
}

function checkCreate(value: JsonObject, at: At): Settings['create'] {
  for (const [name, body] of Object.entries(value)) {
    if (!isObject(body))
      throw new UsageError(`${at(`create.${name}`)}: takes the attributes that a new ${name} needs.`)
  }
  return value as Settings['create']
}

/** What a target without discovery endpoints is. */
function checkAssume(value: JsonObject, at: At): Settings['assume'] {
  for (const key of Object.keys(value)) {
    if (!ASSUME_KEYS.includes(key)) throw unknownKey(`assume.${key}`, key, ASSUME_KEYS, at)
  }
  const features = checkFeatures(value.features, at)
  const types = value.resourceTypes === undefined ? undefined : parseResourceTypes(value.resourceTypes)
  const schemas = value.schemas === undefined ? undefined : parseSchemas(value.schemas)
  const [problem] = [...(types?.problems ?? []), ...(schemas?.problems ?? [])]
  if (problem)
    throw new UsageError(
      `${at(types?.problems.length ? 'assume.resourceTypes' : 'assume.schemas')}: ${problem.pointer}: ${problem.message}`,
    )
  return {
    ...(features ? { features } : {}),
    ...(types ? { resourceTypes: types.resourceTypes } : {}),
    ...(schemas ? { schemas: [...schemas.schemas, ...builtinSchemas] } : {}),
  }
}

function checkFeatures(value: Json | undefined, at: At): Settings['assume']['features'] {
  if (value === undefined) return undefined
  if (!isObject(value))
    throw new UsageError(`${at('assume.features')}: takes a map of features to true or false.`)
  for (const [name, offered] of Object.entries(value)) {
    if (!(FEATURES as readonly string[]).includes(name))
      throw unknownKey(`assume.features.${name}`, name, FEATURES, at)
    if (typeof offered !== 'boolean')
      throw new UsageError(`${at(`assume.features.${name}`)}: ${name} takes true or false.`)
  }
  return value as Settings['assume']['features']
}
