import { type JsonObject, type ScimRequest, URN } from '#scim'
/** `userName eq "kari@test.kommune.example"`, quoted as JSON. @param path also a value path or an attribute with its URN */
export function equals(path: string, value: string): string {
  return `${path} eq ${JSON.stringify(value)}`
}

/** In parts of at most `size`. */
export function batchesOf<Item>(ids: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(ids.length / size)
  return Array.from({ length: count }, (_, n) => ids.slice(n * size, (n + 1) * size))
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

/** A PATCH of one resource, by operations. */
export function patchRequest(
  path: string,
  operations: readonly JsonObject[],
  headers: NonNullable<ScimRequest['headers']>,
): ScimRequest {
  return { method: 'PATCH', path, headers, body: { schemas: [URN.patchOp], Operations: [...operations] } }
}
