import { defineCheck, get } from '#check'
import { answering, member, URN } from '#scim'

const POINTER = `/${URN.enterpriseUser}/department`

export default defineCheck({
  id: 'create/order-of-schemas-is-irrelevant',
  title: 'schemas may list the extension before the base schema',
  proves: ['RFC7643-3-08'],
  needs: { resource: 'User', attributes: [`${URN.enterpriseUser}:department`] },

  async act({ draft, endpoint, send }) {
    const body = draft('User', { [URN.enterpriseUser]: { department: 'Oppvekst' } })
    const swapped = { ...body, schemas: [URN.enterpriseUser, URN.user] }
    const created = await send({ method: 'POST', path: endpoint('User'), body: swapped })
    const id = member(created.response?.body, 'id')
    const path = `${endpoint('User')}/${encodeURIComponent(String(id))}`
    return { created, read: typeof id === 'string' ? [await send(get(path))] : [] }
  },

  judge({ created, read }, claim) {
    claim('RFC7643-3-08', created).succeeds()
    for (const exchange of read) claim('RFC7643-3-08', exchange).has('/userName').has(POINTER)
  },

  counterexample: ({ created, read }) => ({
    created,
    read: read.map((one) => answering(one, { body: { schemas: [URN.enterpriseUser] } })),
  }),
})
