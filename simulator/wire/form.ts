import { printFilter } from '#scim/path'

/** `userName eq "kari@test.kommune.example"`, quoted as JSON. */
export function equals(attribute: string, value: string): string {
  return printFilter({ kind: 'compare', path: { attribute }, op: 'eq', value })
}

/** A query encoded as a form: blank as `+`, escapes in lower case as .NET's `UrlEncode` gives them (ENT-008). */
export function formQuery(path: string, parameters: readonly (readonly [string, string])[]): string {
  return `${path}?${parameters.map(([name, value]) => `${name}=${formEncoded(value)}`).join('&')}`
}

function formEncoded(text: string): string {
  return encodeURIComponent(text)
    .replace(/'/g, '%27')
    .replace(/~/g, '%7E')
    .replace(/%20/g, '+')
    .replace(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase())
}
