import { type Act, bodyOf, get } from '#check'
import type { JsonObject } from '#scim'

/** Sends a body as it is and reads what came of it; an answer of 201 has to say where that is. */
export async function createAndRead(
  { endpoint, send, blocked }: Pick<Act, 'endpoint' | 'send' | 'blocked'>,
  resource: string,
  body: JsonObject,
) {
  const created = await send({ method: 'POST', path: endpoint(resource), body })
  const id = bodyOf(created)?.id
  if (created.response?.status === 201 && typeof id !== 'string') blocked('the answer shows no id')
  const path = `${endpoint(resource)}/${encodeURIComponent(String(id))}`
  return { created, after: await send(get(path)) }
}
