import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, type JsonObject, member } from '#scim'

const nameOf = (resource: JsonObject) => String(member(resource, 'userName')).toLowerCase()

export default defineCheck({
  id: 'create/refused-duplicate-changes-nothing',
  title: 'A refused duplicate creates nothing and leaves the first alone',
  proves: ['RFC7643-4.1.1-02', 'RFC7644-3.3-10'],
  needs: { resource: 'User', features: ['filter'], attributes: ['displayName'] },
  breaks: 'Snipe-IT: the second create overwrote the first record (grokability/snipe-it#13854)',

  async act({ given, draft, endpoint, mark, send }) {
    const first = await given('User')
    const before = await send(get(first.path))
    const userName = String(first.sent.userName)
    const body = draft('User', { userName, displayName: mark('second') })
    const second = await send({ method: 'POST', path: endpoint('User'), body })
    const list = await send(get(endpoint('User'), { filter: `userName eq "${userName}"` }))
    return { second, list, before, after: await send(get(first.path)) }
  },

  judge({ list, before, after }, claim) {
    const unchanged = claim('RFC7644-3.3-10', after).status(200)
    for (const name of ['userName', 'displayName', 'externalId', 'active', 'name']) {
      const old = member(before.response?.body, name)
      if (old !== undefined && old !== null) unchanged.has(`/${name}`, old)
    }
    const wanted = String(member(before.response?.body, 'userName')).toLowerCase()
    const same = resourcesIn(list).filter((resource) => nameOf(resource) === wanted)
    claim('RFC7643-4.1.1-02', list).holds(same.length <= 1, {
      what: 'Users with the userName',
      expected: 1,
      actual: same.length,
      pointer: '/Resources',
    })
  },

  counterexample: ({ second, list, before, after }) => {
    const Resources = [bodyOf(before) ?? {}, { ...bodyOf(before), id: 'second' }]
    return {
      second: answering(second, { status: 201, body: { ...bodyOf(before), id: 'second' } }),
      list: answering(list, { body: { ...bodyOf(list), totalResults: 2, Resources } }),
      before,
      after: answering(after, { body: { ...bodyOf(after), displayName: 'overwritten by the second' } }),
    }
  },
})
