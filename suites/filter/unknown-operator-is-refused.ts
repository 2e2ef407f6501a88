import { defineCheck, get } from '#check'
import { answering, URN } from '#scim'
import { EVERYBODY } from './answers.part.ts'
import { refusesFilter } from './refused.part.ts'

export default defineCheck({
  id: 'filter/unknown-operator-is-refused',
  title: 'An operator that SCIM does not define gives invalidFilter',
  proves: ['RFC7644-3.4.2.2-40', 'RFC7644-3.12-19'],
  needs: { features: ['filter'], resource: 'User' },

  async act({ endpoint, mark, send }) {
    // A name that no target defines for itself, which it might do with `regex` or `like`.
    const filter = `userName stunlike "${mark('nobody')}"`
    return { list: await send(get(endpoint('User'), { filter })) }
  },

  judge({ list }, claim) {
    for (const row of ['RFC7644-3.4.2.2-40', 'RFC7644-3.12-19'] as const) refusesFilter(claim(row, list))
  },

  counterexample: ({ list }) => [
    { list: answering(list, { status: 200, body: EVERYBODY }) },
    { list: answering(list, { body: { schemas: [URN.error], status: '400', scimType: 'invalidValue' } }) },
  ],
})
