import { bodyOf, defineCheck, get, idsIn, resourcesIn } from '#check'
import { answering, type Json, member, sameJson, URN } from '#scim'

const COMPARED = ['id', 'userName', 'externalId', 'displayName', 'active', 'name', 'emails', 'title']

/** The order of the elements of a multi-valued attribute means nothing. */
function sameValues(a: Json | undefined, b: Json | undefined): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return sameJson(a, b)
  return a.length === b.length && a.every((one) => b.some((other) => sameJson(one, other)))
}

export default defineCheck({
  id: 'filter/shows-what-get-shows',
  title: 'A user in a filtered list looks as it does when read by id',
  proves: ['RFC7644-3.4-02'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'Entra: the hit of the filter serves as current state (oneuptime#2134, ENT-067)',

  async act({ endpoint, eventually, given, send }) {
    const { id, path, sent } = await given('User', { title: 'Renholder' })
    const ask = get(endpoint('User'), { filter: `userName eq ${JSON.stringify(sent.userName)}` })
    const list = await eventually(ask, (one) => idsIn(one).includes(id))
    return { user: await send(get(path)), list }
  },

  judge({ user, list }, claim) {
    const [read, listed] = [bodyOf(user), resourcesIn(list)[0]]
    claim('RFC7644-3.4-02', list).has('/Resources/0')
    for (const name of COMPARED) {
      const [expected, actual] = [member(read, name), member(listed, name)]
      if (expected === undefined || expected === null) continue
      const pointer = `/Resources/0/${name}`
      claim('RFC7644-3.4-02', list).holds(sameValues(actual, expected), { expected, actual, pointer })
    }
  },

  counterexample: ({ user, list }) => {
    const { id = '', userName = '' } = bodyOf(user) ?? {}
    const short = { schemas: [URN.listResponse], totalResults: 1, Resources: [{ id, userName }] }
    return { user, list: answering(list, { body: short }) }
  },
})
