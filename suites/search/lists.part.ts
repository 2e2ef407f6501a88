import { type Act, idsIn, search } from '#check'
import type { Exchange, JsonObject } from '#scim'

/** What is returned searches for it with more parameters until it is found. */
export async function searchForOwn({ endpoint, eventually, shared }: Act) {
  const { id, sent } = await shared('User')
  const filter = `userName eq ${JSON.stringify(sent.userName)}`
  return (parameters: JsonObject): Promise<Exchange> =>
    eventually(search(endpoint('User'), { filter, ...parameters }), (list) => idsIn(list).includes(id))
}
