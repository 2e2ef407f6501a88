import { defineCheck, get, reading } from '#check'
import { answering } from '#scim'
import { EVERYBODY } from './answers.part.ts'

export default defineCheck({
  id: 'filter/is-done-or-refused',
  title: 'A filter is applied or refused, never passed over',
  proves: ['RFC7644-3.4.2.2-01'],
  needs: { resource: 'User' },
  breaks: 'A list that ignores the filter links the wrong account (langwatch/langwatch#6973)',

  async act({ endpoint, mark, send }) {
    // One is enough to see that it is not what was asked for.
    return {
      list: await send(get(endpoint('User'), { filter: `userName eq "${mark('nobody')}"`, count: 1 })),
    }
  },

  judge({ list }, claim, { facts }) {
    const refused = facts.features.filter.offered
      ? [reading('AMB-074/eq-unsupported', 400)]
      : [400, 403, 404, 501]
    const stated = claim('RFC7644-3.4.2.2-01', list).status(200, ...refused)
    if (list.response?.status === 200) stated.has('/totalResults', 0).lacks('/Resources')
  },

  counterexample: ({ list }) => ({ list: answering(list, { status: 200, body: EVERYBODY }) }),
})
