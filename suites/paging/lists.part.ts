import { type Act, bodyOf, get } from '#check'
import type { Exchange, ScimRequest } from '#scim'

/** Makes one user. `ask` lists it alone, on whatever page; `whole` is that list, once it is shown. */
export async function listOfOne({ endpoint, eventually, given }: Act) {
  const made = await given('User')
  const filter = `userName eq ${JSON.stringify(made.sent.userName)}`
  const ask = (query: object): ScimRequest => get(endpoint('User'), { filter, ...query })
  return { made, ask, whole: await eventually(ask({}), (list) => bodyOf(list)?.totalResults === 1) }
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

/** Makes three users. `ask` lists them and nobody else, on whatever page; `whole` is the list of all. */
export async function listOfThree(act: Act) {
  const set = act.mark('set')
  for (const n of [1, 2, 3]) await act.given('User', { userName: `${set}-${n}@scim-test.example` })
  const ask = (query: object): ScimRequest =>
    get(act.endpoint('User'), { filter: `userName sw "${set}"`, ...query })
  return { ask, whole: await listOfAll(act, ask({}), 3) }
}
