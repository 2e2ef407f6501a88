import { bodyOf, defineCheck, get, patch } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'schema/read-write-attributes-can-be-changed',
  title: 'What is published as readWrite can be read and changed',
  proves: ['RFC7643-7-28'],
  needs: { features: ['put'], resource: 'User', attributes: ['displayName'] },
  each: ({ schemas }) => {
    const own = schemas.find(({ id }) => id.toLowerCase() === URN.user.toLowerCase())
    const found = own?.attributes.find(({ name }) => name.toLowerCase() === 'displayname')
    return found?.mutability === 'readWrite' ? [{ name: found.name }] : []
  },

  async act({ facts, given, mark, send }) {
    const user = await given('User', { displayName: mark('first') })
    const value = mark('second')
    const put = { method: 'PUT', path: user.path, body: { ...user.sent, displayName: value } } as const
    const byPatch = patch(user.path, { op: 'replace', path: 'displayName', value })
    const write = await send(facts.features.patch.offered ? byPatch : put)
    return { write, after: await send(get(user.path)) }
  },

  judge({ write, after }, claim) {
    const operations = member(write.request.body, 'Operations')
    const sent = Array.isArray(operations)
      ? member(operations[0], 'value')
      : member(write.request.body, 'displayName')
    claim('RFC7643-7-28', write).status(200, 204)
    const actual = bodyOf(after)?.displayName
    const detail = { expected: sent ?? null, actual, pointer: '/displayName' }
    claim('RFC7643-7-28', after)
      .status(200)
      .holds(String(actual).toLowerCase() === String(sent).toLowerCase(), detail)
  },

  counterexample: ({ write, after }) => ({
    write,
    after: answering(after, { body: { ...bodyOf(after), displayName: 'as before' } }),
  }),
})
