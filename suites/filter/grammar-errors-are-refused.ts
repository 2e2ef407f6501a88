import { defineCheck, get, reading } from '#check'
import { answering, URN } from '#scim'

const FILTERS = [
  { name: 'open-parenthesis', filter: '(userName eq "U"' },
  { name: 'closing-parenthesis', filter: 'userName eq "U")' },
  { name: 'open-bracket', filter: 'emails[type eq "work"' },
  { name: 'open-string', filter: 'userName eq "U' },
  { name: 'and-without-operand', filter: 'userName eq "U" and' },
  { name: 'or-without-operand', filter: 'or userName eq "U"' },
  { name: 'not-without-parentheses', filter: 'not' },
  { name: 'no-connective', filter: 'userName eq "U" userName eq "U"' },
  { name: 'empty-parentheses', filter: '()' },
]

export default defineCheck({
  id: 'filter/grammar-errors-are-refused',
  title: 'A filter that breaks the grammar is refused with invalidFilter',
  proves: ['RFC7644-3.4.2.2-32'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'A filter that is taken for none shows everybody (langwatch/langwatch#6973)',
  each: () => FILTERS,

  async act({ of, endpoint, mark, send }) {
    const filter = of.filter.replaceAll('U', mark('nobody'))
    return { list: await send(get(endpoint('User'), { filter })) }
  },

  judge({ list }, claim) {
    claim('RFC7644-3.4.2.2-32', list).status(400, reading('AMB-036/422', 422)).scimType('invalidFilter')
  },

  counterexample: ({ list }) => [
    { list: answering(list, { status: 200, body: { schemas: [URN.listResponse], totalResults: 250 } }) },
    { list: answering(list, { status: 500, body: { schemas: [URN.error], status: '500' } }) },
  ],
})
