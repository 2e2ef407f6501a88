import { defect } from '../deviation.ts'

export default defect({
  id: 'page-is-cut-in-each-store',
  title: 'Two stores are paged one by one: a page has more than count, and a walk skips',
  breaks: ['RFC7644-3.4.2.4-05', 'RFC7644-3.4.2.4-13'],
  because: 'WSO2 Identity Server (wso2/product-is#4944)',
  kernel: (plain) => ({
    page: (all, startIndex, count) => {
      const first = all.filter((_, place) => place % 2 === 0)
      const second = all.filter((_, place) => place % 2 === 1)
      return [...plain.page(first, startIndex, count), ...plain.page(second, startIndex, count)]
    },
  }),
})
