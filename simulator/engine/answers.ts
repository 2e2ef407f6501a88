import { isObject, type Json, member } from '#scim'

/**
 * An id that can stand in a path. Others are as good as none: a `/` in it would be another path, and a lone surrogate
 * cannot be encoded.
 */
export function usableId(id: Json | undefined): string | undefined {
  if (typeof id !== 'string' || id === '' || id === '.' || id === '..' || id.length > 1000) return undefined
  return /[/\\\ud800-\udfff]/u.test(id) ? undefined : id
}

/** The resources of a ListResponse; `undefined` where the answer is none. Without hits `Resources` may be left out. */
export function hitsOf(body: Json | undefined): readonly Json[] | undefined {
  if (!isObject(body)) return undefined
  const resources = member(body, 'Resources')
  if (Array.isArray(resources)) return resources
  return member(body, 'totalResults') === 0 ? [] : undefined
}
