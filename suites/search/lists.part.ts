import { type Act, bodyOf, idsIn, search } from '#check'
import type { Exchange, JsonObject, ScimRequest } from '#scim'

/** What is returned searches for it with more parameters until it is found. */
export async function searchForOwn({ endpoint, eventually, shared }: Act) {
  const { id, sent } = await shared('User')
  const filter = `userName eq ${JSON.stringify(sent.userName)}`
  return (parameters: JsonObject): Promise<Exchange> =>
    eventually(search(endpoint('User'), { filter, ...parameters }), (list) => idsIn(list).includes(id))
}

/** The list of all that the check made, and of nothing else, which takes the operator sw. */
export async function listOfAll(
  { eventually, notOffered }: Pick<Act, 'eventually' | 'notOffered'>,
  request: ScimRequest,
  size: number,
): Promise<Exchange> {
  const list = await eventually(request, (one) => bodyOf(one)?.totalResults === size)
  if (list.response?.status !== 200)
    notOffered('the target refuses sw, which keeps strangers out of the list')
  return list
}
