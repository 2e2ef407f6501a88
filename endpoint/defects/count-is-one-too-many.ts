import { defect } from '../deviation.ts'

export default defect({
  id: 'count-is-one-too-many',
  title: 'A page has one resource more than count allows',
  breaks: ['RFC7644-3.4.2.4-05'],
  kernel: (plain) => ({
    page: (all, startIndex, count) => plain.page(all, startIndex, count > 0 ? count + 1 : 0),
  }),
})
