import { defect } from '../deviation.ts'

export default defect({
  id: 'page-order-drifts',
  title: 'Each page is cut from a list that is in another order',
  breaks: ['RFC7644-3.4.2.4-13'],
  because: 'AMB-084: servers without an order of their own repeat and skip rows',
  kernel: (plain) => ({
    page: (all, startIndex, count) => {
      const turned = startIndex > 1 ? [...all].reverse() : all
      return plain.page(turned, startIndex, count)
    },
  }),
})
