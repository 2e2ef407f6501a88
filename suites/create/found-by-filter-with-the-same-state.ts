import {
  bodyOf,
  defineCheck,
  escapeToken,
  get,
  idsIn,
  isUnassigned,
  resourcesIn,
  unlessRefused,
} from '#check'
import { answering, type JsonObject, member } from '#scim'

export default defineCheck({
  id: 'create/found-by-filter-with-the-same-state',
  title: 'A new User is found by userName, the same as when read by id',
  proves: ['RFC7643-7-36', 'RFC7644-3.1-08', 'RFC7644-3.9-01'],
  needs: { resource: 'User', features: ['filter'] },
  breaks: 'Entra matches a User by userName before it creates one (ENT-060)',

  async act({ shared, endpoint, send, eventually, notOffered }) {
    const user = await shared('User')
    const query = get(endpoint('User'), { filter: `userName eq "${String(user.sent.userName)}"` })
    const list = await eventually(query, (exchange) => idsIn(exchange).includes(user.id))
    await unlessRefused({ send, notOffered }, list)
    return { created: user.created, read: await send(get(user.path)), list }
  },

  judge({ created, read, list }, claim) {
    const body = bodyOf(read)
    const at = resourcesIn(list).findIndex((one) => member(one, 'id') === member(body, 'id'))
    const sent = Object.keys((created.request.body ?? {}) as JsonObject).filter((name) => name !== 'schemas')
    claim('RFC7644-3.9-01', list)
      .status(200)
      .holds(at >= 0, { expected: 'the new User', actual: idsIn(list), pointer: '/Resources' })
    claim('RFC7643-7-36', list).status(200)
    claim('RFC7644-3.1-08', read).status(200)
    const found = at < 0 ? undefined : resourcesIn(list)[at]
    for (const name of found ? ['created', 'lastModified'] : []) {
      const [expected, actual] = [body, found].map((one) => member(member(one, 'meta'), name))
      // The same instant, to the second: it may be written differently.
      const apart = Math.abs(Date.parse(String(expected)) - Date.parse(String(actual)))
      claim('RFC7644-3.1-08', list).holds(isUnassigned(expected) || apart < 1_000, {
        expected: expected ?? null,
        actual,
        pointer: `/Resources/${at}/meta/${name}`,
      })
    }
    for (const name of at < 0 ? [] : sent.filter((one) => !isUnassigned(member(body, one)))) {
      const pointer = `/Resources/${at}/${escapeToken(name)}`
      claim('RFC7643-7-36', list).has(pointer)
      claim('RFC7644-3.1-08', list).has(pointer, member(body, name) ?? null)
    }
  },

  counterexample: ({ created, read, list }) => {
    const showing = (resource: JsonObject) =>
      answering(list, { body: { ...bodyOf(list), totalResults: 1, Resources: [resource] } })
    return [
      { created, read, list: showing({ id: 'another' }) },
      { created, read, list: showing({ id: member(bodyOf(read), 'id') ?? null }) },
      { created, read, list: showing({ ...bodyOf(read), userName: 'another' }) },
      { created, read, list: showing({ ...bodyOf(read), meta: { created: '1970-01-01T00:00:00Z' } }) },
    ]
  },
})
