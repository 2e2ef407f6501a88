import { defineCheck, get, reading } from '#check'
import { answering } from '#scim'
import { CRASH } from './answers.part.ts'

export default defineCheck({
  id: 'filter/empty-filter-is-refused',
  title: 'A filter without an expression is refused with invalidFilter',
  proves: ['RFC7644-3.4.2.2-06'],
  needs: { features: ['filter'], resource: 'User' },
  each: () => [
    { name: 'nothing', filter: '' },
    { name: 'a-blank', filter: ' ' },
  ],

  async act({ of, endpoint, send }) {
    return { list: await send(get(endpoint('User'), { filter: of.filter, count: 1 })) }
  },

  judge({ list }, claim) {
    const stated = claim('RFC7644-3.4.2.2-06', list).status(
      400,
      reading('AMB-071/empty-as-absent', 200),
      reading('AMB-036/422', 422),
    )
    if (list.response?.status !== 200) stated.scimType('invalidFilter')
  },

  counterexample: ({ list }) => ({ list: answering(list, CRASH) }),
})
