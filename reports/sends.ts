import { type Exchange, isObject, type Json, type JsonObject, member, type ScimRequest } from '#scim'

type Sent = Pick<ScimRequest, 'method' | 'path' | 'body'>

const OPERATIONS = 3
const NAMES = 4
const PATH = 160

/** Who stands behind an id of the target: `kari`. */
export type Names = ReadonlyMap<string, string>

interface Noted {
  readonly note: Json
  readonly exchange: Exchange | undefined
}

/** The persons and groups of a story, by the ids that the target gave them. */
export function namesOf(steps: readonly Noted[]): Names {
  return new Map(
    steps.flatMap(({ note, exchange }) => {
      const [kind, ...key] = String(member(note, 'object') ?? '').split(' ')
      const id = member(exchange?.response?.body, 'id')
      const isOne = (kind === 'person' || kind === 'group') && exchange?.request.method === 'POST'
      return isOne && typeof id === 'string' ? [[id, key.join(' ')] as const] : []
    }),
  )
}

/**
 * What a request wants, in a few words: `Replace active "False"`, `new user: 9 attributes`. Names attributes and shows no
 * value but a boolean, and who becomes a member.
 */
export function sendsText({ method, path, body }: Sent, names: Names = new Map()): string {
  if (!isObject(body)) return ''
  const operations = member(body, 'Operations')
  if (Array.isArray(operations))
    return listed(
      operations.map((one) => operationText(one, names)),
      OPERATIONS,
    )
  if (method !== 'POST' && method !== 'PUT') return ''
  return `${method === 'POST' ? 'new' : 'whole'} ${typeIn(path)}: ${contentText(body)}`
}

function operationText(operation: Json, names: Names): string {
  const { op, path, value, method } = isObject(operation) ? operation : {}
  if (op === undefined && typeof method === 'string') return `${method} ${shortPath(String(path ?? ''))}`
  const what = typeof path === 'string' ? attributeText(path, names) : attributesIn(value)
  return [String(op ?? '?'), what, valueText(value, names)].filter((word) => word !== '').join(' ')
}

/** A filter in a path may hold an id; which it is stands in the exchange. */
function attributeText(path: string, names: Names): string {
  const named = path.replace(/"([^"]*)"/g, (quoted, id: string) => names.get(id) ?? quoted)
  return shortIds(named.replace(/^urn:[\w.:-]*:(?=\w)/i, '')).slice(0, 60)
}

function attributesIn(value: Json | undefined): string {
  return isObject(value) ? listed(Object.keys(value), NAMES) : ''
}

function valueText(value: Json | undefined, names: Names = new Map()): string {
  if (typeof value === 'boolean' || /^(true|false)$/i.test(String(value))) return JSON.stringify(value)
  if (value === null) return 'null'
  if (!Array.isArray(value)) return ''
  const known = value.map((one) => names.get(String(member(one, 'value'))))
  const isStory = known.length > 0 && known.every((name) => name !== undefined)
  return isStory ? listed(known as string[], NAMES) : `(${value.length})`
}

function contentText(body: JsonObject): string {
  const names = Object.keys(body).filter((name) => name !== 'schemas')
  const { members, active } = body
  return [
    `${names.length} ${names.length === 1 ? 'attribute' : 'attributes'}`,
    ...(Array.isArray(members) ? [`${members.length} ${members.length === 1 ? 'member' : 'members'}`] : []),
    ...(active === undefined || active === true ? [] : [`active ${valueText(active)}`]),
  ].join(', ')
}

function typeIn(path: string): string {
  if (/^\/Users\b/i.test(path)) return 'user'
  return /^\/Groups\b/i.test(path) ? 'group' : 'resource'
}

function listed(words: readonly string[], most: number): string {
  const shown = words.slice(0, most).join(', ')
  return words.length > most ? `${shown} and ${words.length - most} more` : shown
}

/** A path as a person reads it: decoded, with long ids cut. The exchange has it as it was sent. */
export function shortPath(path: string): string {
  const spaced = path.replace(/\?.*$/s, (query) => query.replaceAll('+', ' '))
  return shortIds(decoded(spaced)).slice(0, PATH)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function shortIds(text: string): string {
  return text.replace(/\b([0-9a-f]{8})-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\b/gi, '$1…')
}
