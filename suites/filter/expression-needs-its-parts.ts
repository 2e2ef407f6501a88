import { defineCheck, get, reading } from '#check'
import { answering, URN } from '#scim'

const FILTERS = [
  { name: 'no-operand', filter: 'userName eq' },
  { name: 'no-operator', filter: 'userName "U"' },
  { name: 'attribute-alone', filter: 'userName' },
  { name: 'no-attribute', filter: 'eq "U"' },
  { name: 'operand-alone', filter: '"U"' },
]

export default defineCheck({
  id: 'filter/expression-needs-its-parts',
  title: 'A filter without attribute, operator or operand is refused',
  proves: ['RFC7644-3.4.2.2-07'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'A filter that is taken for none shows everybody (langwatch/langwatch#6973)',
  each: () => FILTERS,

  async act({ of, endpoint, mark, send }) {
    const filter = of.filter.replace('U', mark('nobody'))
    return { list: await send(get(endpoint('User'), { filter })) }
  },

  judge({ list }, claim) {
    claim('RFC7644-3.4.2.2-07', list).status(400, reading('AMB-036/422', 422)).scimType('invalidFilter')
  },

  counterexample: ({ list }) => [
    { list: answering(list, { status: 200, body: { schemas: [URN.listResponse], totalResults: 250 } }) },
    { list: answering(list, { status: 500, body: { schemas: [URN.error], status: '500' } }) },
  ],
})
