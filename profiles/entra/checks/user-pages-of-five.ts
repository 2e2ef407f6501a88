import { defineCheck } from '#check'
import { eachOnce, mostRequests, pageIsInOrder, readInPages, withoutTheLast } from './pages.part.ts'

export default defineCheck({
  id: 'entra/user-pages-of-five',
  title: 'Eleven users are read in pages of five, each once',
  proves: ['entra/logic-user-pages'],
  needs: { features: ['filter', 'index'], resource: 'User' },
  breaks:
    "The gallery's test of paging reads eleven in pages of five; whoever falls between two pages is provisioned again",
  requests: mostRequests,

  act: (act) => readInPages(act, 'User'),

  judge({ made, pages }, claim) {
    for (const page of pages) pageIsInOrder(claim('entra/logic-user-pages', page), page)
    const last = pages.at(-1)
    if (last) eachOnce(claim('entra/logic-user-pages', last), made, pages)
  },

  counterexample: withoutTheLast,
})
