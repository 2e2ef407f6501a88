import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Document, isMap, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { FEATURES } from '#harness'
import { isObject, type Json, type JsonObject } from '#scim'
import { builtinSchemas, parseResourceTypes, parseSchemas } from '#scim/schema'
import { asWritten } from './as-written.ts'
import { type AuthConfig, checkAuth, checkProxy, checkTls } from './auth/auth-config.ts'
import type { At } from './auth/shape.ts'
import { CONFIG_FILES } from './config-files.ts'
import { isLanguage } from './messages/language.ts'
import { settings } from './messages/settings.ts'
import { checkLoad, type LoadConfig } from './run/load-settings.ts'
import { checkTokens, type TokensConfig } from './run/other-tokens.ts'
import type { Settings } from './run/settings.ts'
import { checkSync, type SyncConfig } from './run/sync-config.ts'
import { didYouMean, UsageError } from './usage-error.ts'
import { yamlFault } from './yaml-fault.ts'

export type Kind =
  | 'text'
  | 'language'
  | 'number'
  | 'flag'
  | 'list'
  | 'texts'
  | 'assume'
  | 'create'
  | keyof typeof OWN

/** Keys that look after themselves: what stands there may be a secret, and is not repeated. */
const OWN = {
  auth: checkAuth,
  tls: checkTls,
  proxy: checkProxy,
  tokens: checkTokens,
  sync: checkSync,
  load: checkLoad,
}

/** Every key and its kind. */
export const KEYS: Readonly<Record<string, Kind>> = {
  target: 'text',
  tokenEnv: 'text',
  tokenFile: 'text',
  auth: 'auth',
  tls: 'tls',
  proxy: 'proxy',
  headers: 'texts',
  ca: 'text',
  lang: 'language',
  profile: 'text',
  only: 'list',
  baseline: 'text',
  failOn: 'text',
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
  parameters: 'texts',
  tokens: 'tokens',
  sync: 'sync',
  load: 'load',
}
const ASSUME_KEYS = ['features', 'resourceTypes', 'schemas']

export interface FileConfig
  extends Partial<
    Omit<
      Settings,
      'headers' | 'assume' | 'create' | 'failOn' | 'shard' | 'auth' | 'tls' | 'tokens' | 'sync' | 'load'
    >
  > {
  readonly failOn?: string
  readonly tokenEnv?: string
  readonly tokenFile?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly auth?: AuthConfig
  readonly tls?: JsonObject
  readonly tokens?: TokensConfig
  readonly sync?: SyncConfig
  readonly load?: LoadConfig
  readonly assume?: Settings['assume']
  readonly create?: Settings['create']
}

/** Reads the configuration file that was named, or the one in the working directory, or none. */
export function readConfig(named: string | undefined, folder = process.cwd()): FileConfig {
  const file = named ?? CONFIG_FILES.map((name) => resolve(folder, name)).find((path) => existsSync(path))
  if (file === undefined) return {}
  if (!existsSync(file)) throw new UsageError(settings().noFile(file))
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
  const fault = yamlFault(document)
  if (fault) throw new UsageError(settings().notYaml(at(fault.offset), fault.why ?? settings().noAlias))
  const places = new Map<string, number>()
  visit(document, {
    Pair(_, pair, path) {
      const names = [...path, pair].flatMap((node) =>
        isPair(node) && isScalar(node.key) ? [String(node.key.value)] : [],
      )
      if (isScalar(pair.key) && pair.key.range) places.set(names.join('.'), pair.key.range[0])
    },
  })
  if (document.contents !== null && !isMap(document.contents)) throw new UsageError(settings().noMap(file))
  const config = valuesOf(document, file)
  return check(config, (path) => at(places.get(path) ?? 0))
}

/** Aliases that refer to aliases could fill any memory: the parser stops at a hundred. */
function valuesOf(document: Document.Parsed, file: string): JsonObject {
  try {
    return (document.toJS() ?? {}) as JsonObject
  } catch {
    throw new UsageError(settings().notYaml(file, settings().tooManyAliases))
  }
}

function check(config: JsonObject, at: At): FileConfig {
  const entries = Object.entries(config).map(([key, value]) => {
    const kind = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined
    if (kind === undefined) throw unknownKey(key, key, Object.keys(KEYS), at)
    return [key, checkValue(key, value, kind, at)]
  })
  return Object.fromEntries(entries) as FileConfig
}

function unknownKey(path: string, key: string, known: readonly string[], at: At): UsageError {
  const hint = key === 'token' ? settings().tokenInFile : didYouMean(key, known)
  return new UsageError(settings().unknownKey(at(path), asWritten(key), hint, known))
}

function checkValue(key: string, value: Json, kind: Kind, at: At): unknown {
  const { kinds } = settings()
  const wrong = (wanted: string) =>
    new UsageError(settings().wrongKind(at(key), key, settings().found[foundIn(value)], wanted))
  if (kind === 'text') {
    if (typeof value === 'string' || typeof value === 'number') return String(value)
    throw wrong(kinds.text)
  }
  if (kind === 'language') {
    if (typeof value === 'string' && isLanguage(value)) return value
    throw wrong(kinds.language)
  }
  if (kind === 'number') {
    if (typeof value === 'number' && value >= 0) return value
    throw wrong(kinds.number)
  }
  if (kind === 'flag') {
    if (typeof value === 'boolean') return value
    throw wrong(kinds.flag)
  }
  if (kind === 'list') {
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
    throw wrong(kinds.list)
  }
  if (isOwn(kind)) return OWN[kind](value, at)
  if (kind === 'texts') return checkTexts(key, value, at)
  if (!isObject(value)) throw wrong(kinds.map)
  return kind === 'assume' ? checkAssume(value, at) : checkCreate(value, at)
}

/** What stands there is not repeated: it may be a secret in the wrong place. */
function foundIn(value: Json): keyof ReturnType<typeof settings>['found'] {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'list'
  if (isObject(value)) return 'map'
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'flag'
}

const isOwn = (kind: Kind): kind is keyof typeof OWN => Object.hasOwn(OWN, kind)

function checkTexts(key: string, value: Json, at: At): Record<string, string> {
  if (!isObject(value)) throw new UsageError(settings().takesTexts(at(key), key))
  for (const [name, text] of Object.entries(value)) {
    if (typeof text !== 'string')
      throw new UsageError(settings().takesText(at(`${key}.${name}`), asWritten(name)))
  }
  return value as Record<string, string>
}

function checkCreate(value: JsonObject, at: At): Settings['create'] {
  for (const [name, body] of Object.entries(value)) {
    if (!isObject(body))
      throw new UsageError(settings().takesAttributes(at(`create.${name}`), asWritten(name)))
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
  if (!isObject(value)) throw new UsageError(settings().takesFeatures(at('assume.features')))
  for (const [name, offered] of Object.entries(value)) {
    if (!(FEATURES as readonly string[]).includes(name))
      throw unknownKey(`assume.features.${name}`, name, FEATURES, at)
    if (typeof offered !== 'boolean')
      throw new UsageError(settings().takesFlag(at(`assume.features.${name}`), name))
  }
  return value as Settings['assume']['features']
}
