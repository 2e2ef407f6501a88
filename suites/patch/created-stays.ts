import { bodyOf, defineCheck, get, patch, pointTo } from '#check'
import { answering, type Exchange } from '#scim'

const created = (exchange: Exchange) => pointTo(bodyOf(exchange), '/meta/created')
const instant = (exchange: Exchange) => Date.parse(String(created(exchange)))

export default defineCheck({
  id: 'patch/created-stays',
  title: 'PATCH leaves meta.created and id as they are',
  proves: ['RFC7643-3.1-21', 'RFC7643-3.1-07'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ address, given, send, person }) {
    const user = await given('User')
    const before = await send(get(user.path))
    const rename = { op: 'replace', path: 'userName', value: address(person().key) }
    const title = { op: 'add', path: 'title', value: '24-7' }
    const replaced = await send(patch(user.path, rename, title))
    return { before, replaced, after: await send(get(user.path)) }
  },

  judge({ before, replaced, after }, claim) {
    claim('RFC7643-3.1-07', replaced).succeeds()
    claim('RFC7643-3.1-07', after).has('/id', bodyOf(before)?.id ?? null)
    claim('RFC7643-3.1-21', after).holds(instant(after) === instant(before), {
      expected: created(before) ?? null,
      actual: created(after),
      pointer: '/meta/created',
    })
  },

  counterexample: ({ before, replaced, after }) => {
    const body = { ...bodyOf(after), id: 'another', meta: { created: '2999-01-01T00:00:00Z' } }
    return { before, replaced, after: answering(after, { body }) }
  },
})
