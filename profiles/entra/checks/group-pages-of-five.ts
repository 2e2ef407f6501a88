import { defineCheck } from '#check'
import { eachOnce, mostRequests, pageIsInOrder, readInPages, withoutTheLast } from './pages.part.ts'

export default defineCheck({
  id: 'entra/group-pages-of-five',
  title: 'Eleven groups are read in pages of five, each once',
  proves: ['entra/logic-group-pages'],
  needs: { features: ['filter', 'index'], resource: 'Group' },
  breaks:
    "The gallery's test of paging reads eleven in pages of five; whoever falls between two pages is provisioned again",
  requests: mostRequests,

  act: (act) => readInPages(act, 'Group'),

  judge({ made, pages }, claim) {
    for (const page of pages) pageIsInOrder(claim('entra/logic-group-pages', page), page)
    const last = pages.at(-1)
    if (last) eachOnce(claim('entra/logic-group-pages', last), made, pages)
  },

  counterexample: withoutTheLast,
})
