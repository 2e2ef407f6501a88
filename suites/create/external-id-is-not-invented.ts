import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'create/external-id-is-not-invented',
  title: 'A resource created without externalId has none',
  proves: ['RFC7643-3.1-13', 'RFC7643-3.1-17'],

  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name }) => (name === 'User' || name === 'Group' ? [{ name }] : [])),

  async act({ of, draft, endpoint, send }) {
    const { externalId: _, ...body } = draft(of.name)
    const created = await send({ method: 'POST', path: endpoint(of.name), body })
    const id = member(created.response?.body, 'id')
    const path = `${endpoint(of.name)}/${encodeURIComponent(String(id))}`
    return { created, read: typeof id === 'string' ? [await send(get(path))] : [] }
  },

  judge({ created, read }, claim) {
    claim('RFC7643-3.1-17', created).succeeds()
    for (const exchange of [created, ...read]) claim('RFC7643-3.1-13', exchange).lacks('/externalId')
  },

  counterexample: ({ created, read }) => [
    { created: answering(created, { status: 400 }), read: [] },
    { created, read: read.map((one) => answering(one, { body: { ...bodyOf(one), externalId: '1' } })) },
  ],
})
