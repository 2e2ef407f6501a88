import { defect } from '../deviation.ts'

export default defect({
  id: 'cursor-back-leads-on',
  title: 'previousCursor leads to the next page',
  breaks: ['RFC9865-2-01'],
  kernel: (plain) => ({
    stretch: (all, from, count) => {
      const page = plain.stretch(all, from, count)
      return page.previous === undefined ? page : { ...page, previous: page.next ?? from }
    },
  }),
})
