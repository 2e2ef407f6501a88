import { type Act, bodyOf, idsIn, search } from '#check'
import { type Exchange, header, type Json, type JsonObject } from '#scim'

/** What is returned searches for it with more parameters until it is found. */
export async function searchForOwn({ endpoint, eventually, shared }: Act) {
  const { id, sent } = await shared('User')
  const filter = `userName eq ${JSON.stringify(sent.userName)}`
  return (parameters: JsonObject): Promise<Exchange> =>
    eventually(search(endpoint('User'), { filter, ...parameters }), (list) => idsIn(list).includes(id))
}

/** The id as the target shows it. A create may answer without a body; then its Location tells. */
export function idOf(created: Exchange | undefined): Json {
  const last = created && header(created, 'location')?.split('/').at(-1)
  return (created && bodyOf(created)?.id) ?? (last ? decodeURIComponent(last) : null)
}
