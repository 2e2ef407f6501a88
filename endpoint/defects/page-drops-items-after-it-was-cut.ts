import { defect } from '../deviation.ts'

export default defect({
  id: 'page-drops-items-after-it-was-cut',
  title: 'What cannot be shown is dropped after a page was cut: pages are too short, and the total is not',
  breaks: ['RFC7644-3.4.2.4-13'],
  because: 'WSO2 Identity Server (wso2/product-is#27973)',
  kernel: (plain) => ({
    page: (all, startIndex, count) =>
      plain.page(all, startIndex, count).filter((_, place) => (startIndex + place) % 3 !== 2),
  }),
})
