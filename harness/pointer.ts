import { isObject, type Json } from '#scim'

/** Follows a JSON pointer (RFC 6901); `undefined` where it leads nowhere. Own members only. */
export function pointTo(json: Json | undefined, pointer: string): Json | undefined {
  if (pointer === '') return json
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Json | undefined>(step, json)
}

function step(json: Json | undefined, token: string): Json | undefined {
  if (Array.isArray(json)) return /^\d+$/.test(token) ? json[Number(token)] : undefined
  return isObject(json) && Object.hasOwn(json, token) ? json[token] : undefined
}

/** One token, escaped for use in a pointer. */
export function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}
