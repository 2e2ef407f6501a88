import { type Act, get, resourcesIn } from '#check'
import type { Exchange } from '#scim'

/** /ResourceTypes, where it lists any: about an empty list every statement would hold. */
export async function readTypes({
  blocked,
  send,
}: Pick<Act, 'blocked' | 'send'>): Promise<{ list: Exchange }> {
  const list = await send(get('/ResourceTypes'))
  if (resourcesIn(list).length === 0) blocked('/ResourceTypes lists no types to look at')
  return { list }
}
