import type { Exchange } from '#scim'

/** The path that was asked for, without its query. */
export function pathOf({ request }: Exchange): string {
  return request.path.split('?', 1)[0] ?? ''
}

/** Out of the base URL that the target itself gave. */
export function isElsewhere({ request }: Exchange): boolean {
  return request.path.includes('/../')
}

/** The endpoint itself, or something below it: `/UsersOfMine` is not at `/Users`. */
export function isAt(endpoint: string, path: string): boolean {
  return `${path}/`.startsWith(`${endpoint}/`)
}
