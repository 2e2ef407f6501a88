import { defineCheck } from '#check'
import { answering, type Json } from '#scim'

const spelled = (body: Json | undefined) =>
  Array.isArray(body) ? body.map((one) => String(one).toLowerCase()) : []

export default defineCheck({
  id: 'fiks-current/sync-organisations',
  title: 'The list of organisations has the one that is read',
  proves: ['fiks/S-02'],
  needs: { syncApi: true },

  async act({ feed }) {
    return { list: await feed.organisations() }
  },

  judge({ list }, claim, { facts }) {
    const expected = facts.sync?.fiksOrgId ?? ''
    const isThere = spelled(list.response?.body).includes(expected.toLowerCase())
    claim('fiks/S-02', list).status(200)
    claim('fiks/S-02', list).holds(isThere, { what: 'organisations', expected, actual: list.response?.body })
  },

  counterexample: ({ list }) => ({ list: answering(list, { body: [] }) }),
})
