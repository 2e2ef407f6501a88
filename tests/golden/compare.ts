import type { Json, Method, ScimRequest } from '#scim'

/** A request that an identity provider is documented, observed or thought to send. People and ids are made up. */
export interface Golden {
  readonly id: string
  /** Dialects of ours that have to produce it, each by itself. */
  readonly dialects: readonly string[]
  readonly step: string
  readonly confidence: 'documented' | 'observed by others' | 'inferred'
  readonly notes?: string
  readonly request: {
    readonly method: Method
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: Json | null
  }
  readonly source: string
}

const ID =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\bid-\d+\b|\{\{[^}]*\}\}|\b00u[A-Za-z0-9]{10,}\b/g

/**
 * Two requests are alike where their shapes are: decoded query pairs in order, ids, tokens and placeholders by first
 * sight, the run's tag taken away. The order of keys does not count; `op`, paths and JSON types do, to the letter.
 * Operations count as a set, since their order is not established (ENT-111).
 */
export function shapeOf(
  { method, path, headers, body }: ScimRequest | Golden['request'],
  tag: string,
): string {
  const url = new URL(path.replace(/^\/scim\/v2/, ''), 'http://target')
  const type = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const query = [...url.searchParams]
  const text = JSON.stringify([
    method,
    decodeURIComponent(url.pathname),
    query,
    type ?? null,
    type === FORM ? formOf(body, headers) : sorted(body ?? null),
  ])
  const seen: string[] = []
  return text
    .replaceAll(`${tag}-`, '')
    .replaceAll(`${tag} `, '')
    .replace(ID, (id) => {
      if (!seen.includes(id)) seen.push(id)
      return `{{id ${seen.indexOf(id) + 1}}}`
    })
}

const FORM = 'application/x-www-form-urlencoded'

/** The pairs of a form in any order, and how its sender says who it is. */
function formOf(body: Json | undefined, headers: Golden['request']['headers'] | undefined): Json {
  const authorization = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'authorization')
  const pairs = [...new URLSearchParams(String(body))].map(([name, value]) => `${name}=${value}`)
  return { pairs: pairs.sort(), scheme: authorization?.[1].split(' ')[0] ?? null }
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => {
    // Invented on both sides.
    if (key === 'password') return [key, '{{password}}']
    const items = sorted(inner)
    if (key !== 'Operations' || !Array.isArray(items)) return [key, items]
    return [key, items.map((item) => JSON.stringify(item)).sort()]
  })
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
