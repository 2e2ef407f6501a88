import { isObject, type Json, ScimError } from '#scim'

interface Referring {
  readonly method: string
  readonly path: string
  readonly data: Json | undefined
}

/** `bulkId:x` as a whole value, in quotes inside a filter, or as a segment of a path. */
const REFERENCE = /(^|["/])bulkId:([^"/?]+)/g

/** The same at the beginning of a text, and nothing behind it. */
const WHOLE = /^bulkId:([^"/?]+)$/

/** The bulkIds an operation refers to (RFC 7644 section 3.7.2). */
export function bulkReferences({ path, data }: Referring): string[] {
  const names = new Set<string>()
  eachText([path, data ?? null], (text) => {
    for (const [, , name] of text.matchAll(REFERENCE)) names.add(name as string)
    return text
  })
  return [...names]
}

/**
 * The operation with ids for its references.
 *
 * @throws ScimError 409 where one leads nowhere
 */
export function resolved<O extends Referring>(operation: O, ids: ReadonlyMap<string, string | undefined>): O {
  const resolve = (text: string) =>
    text.replace(REFERENCE, (_, before: string, name: string) => {
      const id = ids.get(name)
      if (id === undefined)
        throw new ScimError(409, undefined, `bulkId:${name.slice(0, 100)} stands for no resource`)
      return `${before}${id}`
    })
  const path = operation.path.replace(/bulkId:.*/, (reference) => encodeURIComponent(resolve(reference)))
  return { ...operation, path, data: operation.data && eachText(operation.data, resolve) }
}

/** A body without the values that refer to what is not there yet: `{ value: 'bulkId:x' }` goes as a whole. */
export function withoutReferences(body: Json, names: ReadonlySet<string>): Json {
  if (!isObject(body)) return body
  const kept = Object.entries(body).flatMap(([name, value]): [string, Json][] => {
    const left = without(value, names)
    return left === undefined ? [] : [[name, left]]
  })
  return Object.fromEntries(kept)
}

function without(value: Json, names: ReadonlySet<string>): Json | undefined {
  if (typeof value === 'string') return names.has(WHOLE.exec(value)?.[1] ?? '') ? undefined : value
  if (Array.isArray(value)) {
    return value.map((item) => without(item, names)).filter((item) => item !== undefined)
  }
  if (!isObject(value)) return value
  const refers = Object.values(value).some(
    (inner) => typeof inner === 'string' && without(inner, names) === undefined,
  )
  return refers ? undefined : withoutReferences(value, names)
}

/** The same JSON with every string in it replaced; the depth was limited when it was read. */
function eachText(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => eachText(item, change))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, eachText(inner, change)]))
}
