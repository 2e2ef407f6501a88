import { defineCheck } from '#check'
import { answering, URN } from '#scim'
import { createAndRead } from './create-and-read.part.ts'

const POINTER = `/${URN.enterpriseUser}/department`

export default defineCheck({
  id: 'create/order-of-schemas-is-irrelevant',
  title: 'schemas may list the extension before the base schema',
  proves: ['RFC7643-3-08'],
  needs: { resource: 'User', attributes: [`${URN.enterpriseUser}:department`] },

  async act(act) {
    const body = act.draft('User', { [URN.enterpriseUser]: { department: 'Oppvekst' } })
    const swapped = { ...body, schemas: [URN.enterpriseUser, URN.user] }
    return createAndRead(act, 'User', swapped)
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
