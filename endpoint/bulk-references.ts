import { isObject, type Json, ScimError } from '#scim'

interface Referring {
  readonly method: string
  readonly path: string
  readonly data: Json | undefined
}

/** `bulkId:x` as a whole value, in quotes inside a filter, or as a segment of a path. */
const REFERENCE = /(^|["/])bulkId:([^"/?]+)/g

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
 * @throws ScimError 409 where one leads nowhere, be it in a circle
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

/** The same JSON with every string in it replaced; the depth was limited when it was read. */
function eachText(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => eachText(item, change))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, eachText(inner, change)]))
}
