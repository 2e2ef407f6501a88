import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, type Exchange, member } from '#scim'

export default defineCheck({
  id: 'schema/used-schemas-are-described',
  title: 'Every schema that a resource names is found in /Schemas',
  proves: ['RFC7643-7-01'],
  needs: { features: ['schemas'], resource: 'User' },

  async act({ send, shared }) {
    const user = await shared('User')
    const read = await send(get(user.path))
    const described: Exchange[] = []
    for (const urn of elementsOf(bodyOf(read), 'schemas').slice(0, 20))
      described.push(await send(get(`/Schemas/${encodeURI(String(urn))}`)))
    return { read, described }
  },

  judge({ read, described }, claim) {
    const used = elementsOf(bodyOf(read), 'schemas').slice(0, 20)
    claim('RFC7643-7-01', read).has('/schemas')
    for (const [index, exchange] of described.entries()) {
      const actual = member(bodyOf(exchange), 'id')
      const same = String(actual).toLowerCase() === String(used[index]).toLowerCase()
      const detail = { expected: used[index] ?? null, actual, pointer: '/id' }
      claim('RFC7643-7-01', exchange).status(200).holds(same, detail)
    }
  },

  counterexample: ({ read, described }) => ({
    read,
    described: described.map((one) => answering(one, { status: 404, body: undefined })),
  }),
})
