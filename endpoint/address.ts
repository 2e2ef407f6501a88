import { badRequest } from './errors.ts'

/** Where a request goes, decoded. */
export interface Address {
  /** The path as sent, for messages. */
  readonly path: string
  readonly segments: readonly string[]
  /** Of several parameters of one name, the first. */
  readonly query: ReadonlyMap<string, string>
}

/**
 * Takes a path with query apart. A slash at the end is of no consequence.
 * QUIRK: in a query a "+" is a blank, since Entra and OneLogin write one so (access logs in azure-docs#94189 and
 * oneuptime#2134); a plus sign comes as %2B from everybody. AMB-098 leaves it open.
 *
 * @throws ScimError 400 for percent-encoding that is none
 */
export function readAddress(raw: string): Address {
  const end = raw.indexOf('?')
  const path = end < 0 ? raw : raw.slice(0, end)
  const segments = path.replace(/^\//, '').replace(/\/$/, '').split('/')
  return {
    path,
    segments: segments.length === 1 && segments[0] === '' ? [] : segments.map(decoded),
    query: readQuery(end < 0 ? '' : raw.slice(end + 1)),
  }
}

function readQuery(text: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>()
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const name = formDecoded(at < 0 ? pair : pair.slice(0, at))
    if (!query.has(name)) query.set(name, at < 0 ? '' : formDecoded(pair.slice(at + 1)))
  }
  return query
}

const formDecoded = (text: string): string => decoded(text.replaceAll('+', ' '))

function decoded(text: string): string {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text
  } catch {
    throw badRequest(undefined, `The URL is not percent-encoded UTF-8: ${text.slice(0, 100)}`)
  }
}
