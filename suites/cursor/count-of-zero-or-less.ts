import { defineCheck, reading } from '#check'
import { answering } from '#scim'
import { COUNT, pagedUsers } from './walk.part.ts'

export default defineCheck({
  id: 'cursor/count-of-zero-or-less',
  title: 'With a cursor, a count of 0 or less gives no resources',
  proves: ['RFC9865-2-04', 'RFC9865-2-05'],
  needs: { features: ['cursor', 'filter'], resource: 'User' },

  async act(act) {
    const { ask } = await pagedUsers(act)
    const page = (count: number) => act.send(ask('', { count }))
    return { some: await page(COUNT), zero: await page(0), negative: await page(-1) }
  },

  judge({ zero, negative }, claim) {
    claim('RFC9865-2-05', zero).status(200).lacks('/Resources')
    // AMBIGUOUS: AMB-106: one table has it taken for 0, the other has it refused.
    claim('RFC9865-2-04', negative).status(200, reading('AMB-106/negative-refused', 400)).lacks('/Resources')
  },

  counterexample: ({ some, zero, negative }) => {
    const body = some.response?.body ?? {}
    return { some, zero: answering(zero, { body }), negative: answering(negative, { body }) }
  },
})
