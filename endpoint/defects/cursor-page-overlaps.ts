import { defect } from '../deviation.ts'

export default defect({
  id: 'cursor-page-overlaps',
  title: 'Each page begins with the last resource of the page before',
  breaks: ['RFC9865-2-01'],
  kernel: (plain) => ({
    stretch: (all, from, count) => {
      const page = plain.stretch(all, from, count)
      return page.next === undefined || count < 2 ? page : { ...page, next: page.next - 1 }
    },
  }),
})
