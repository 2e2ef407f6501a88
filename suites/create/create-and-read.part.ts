import { type Act, createdId, get } from '#check'
import type { JsonObject } from '#scim'

/** Sends a body that may be refused, and reads what came of it; `read` is empty where nothing did. */
export async function createAndRead(
  { endpoint, send }: Pick<Act, 'endpoint' | 'send'>,
  resource: string,
  body: JsonObject,
) {
  const created = await send({ method: 'POST', path: endpoint(resource), body })
  const id = createdId(created)
  const path = `${endpoint(resource)}/${encodeURIComponent(String(id))}`
  return { created, read: typeof id === 'string' ? [await send(get(path))] : [] }
}
