import { bodyOf, defineCheck, get, patch } from '#check'
import { answering, member } from '#scim'

const plain = (value: unknown) => String(value).toLowerCase()

export default defineCheck({
  id: 'put/patch-builds-on-it',
  title: 'A PATCH after a PUT changes what the PUT left, and nothing else',
  proves: ['RFC7644-3.5-02', 'RFC7644-3.5.1-04'],
  needs: { features: ['put', 'patch'], resource: 'User', attributes: ['displayName', 'title'] },

  async act({ given, mark, send }) {
    const user = await given('User')
    const body = { ...user.sent, displayName: mark('endret') }
    const put = await send({ method: 'PUT', path: user.path, body })
    const title = { op: 'replace', path: 'title', value: 'Rektor' }
    const patched = await send(patch(user.path, title))
    return { put, patched, read: await send(get(user.path)) }
  },

  judge({ put, patched, read }, claim) {
    const [expected, actual] = [put.request.body, bodyOf(read)].map((body) => member(body, 'displayName'))
    claim('RFC7644-3.5-02', patched).status(200, 204)
    claim('RFC7644-3.5-02', read).holds(plain(member(bodyOf(read), 'title')) === 'rektor', {
      expected: 'Rektor',
      actual: member(bodyOf(read), 'title'),
      pointer: '/title',
    })
    claim('RFC7644-3.5.1-04', put).succeeds()
    claim('RFC7644-3.5.1-04', read).holds(plain(actual) === plain(expected), {
      expected: expected ?? null,
      actual,
      pointer: '/displayName',
    })
  },

  counterexample: ({ put, patched, read }) => ({
    put,
    patched: answering(patched, { status: 501 }),
    read: answering(read, { body: { ...bodyOf(read), displayName: 'as before the PUT' } }),
  }),
})
