import { defineCheck } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'attributes/address-parts-are-optional',
  title: 'An address may have any one of its parts alone',
  proves: ['RFC7643-4.1.2-16'],
  needs: { resource: 'User', attributes: ['addresses.locality', 'addresses.type'] },
  requests: () => 1,

  async act({ draft, endpoint, send }) {
    const addresses = [{ locality: 'Oslo' }, { type: 'home', country: 'NO' }]
    const body = draft('User', { addresses })
    return { created: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge: ({ created }, claim) => void claim('RFC7643-4.1.2-16', created).succeeds(),

  counterexample: ({ created }) => ({ created: answering(created, { status: 400 }) }),
})
