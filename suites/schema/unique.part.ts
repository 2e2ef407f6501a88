import type { Act, Facts } from '#check'
import type { Exchange, Json, JsonObject } from '#scim'

/** Singular attributes of Users, with a value that a second user can try to have too; `id` is given by the service. */
export function uniqueAttributes({ resourceTypes, schemas }: Facts, uniqueness: 'server' | 'global') {
  const type = resourceTypes.find(({ name }) => name === 'User')
  const core = schemas.find(({ id }) => id.toLowerCase() === type?.schema.toLowerCase())
  return (core?.attributes ?? [])
    .filter((one) => one.uniqueness === uniqueness && one.type === 'string' && !one.multiValued)
    .filter(
      (one) => one.mutability !== 'readOnly' && one.returned !== 'never' && !one.canonicalValues?.length,
    )
    .map(({ name }) => ({ name }))
}

/** A user, and the try to make another that has the same value of an attribute. */
export async function takeTwice({
  draft,
  endpoint,
  send,
  shared,
  sharedMark,
  of,
  blocked,
}: Act): Promise<{ first: Exchange; second: Exchange }> {
  const isDrafted = (body: JsonObject) => typeof body[of.name] === 'string'
  const own: JsonObject = isDrafted(draft('User')) ? {} : { [of.name]: sharedMark(of.name) }
  const user = await shared('User', own)
  const value: Json | undefined = user.sent[of.name]
  if (value === undefined) return blocked(`no value for ${of.name}`)
  const body = draft('User', { [of.name]: value })
  return { first: user.created, second: await send({ method: 'POST', path: endpoint('User'), body }) }
}
