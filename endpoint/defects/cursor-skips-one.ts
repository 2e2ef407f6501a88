import { defect } from '../deviation.ts'

export default defect({
  id: 'cursor-skips-one',
  title: 'The resource between two pages is on neither',
  breaks: ['RFC9865-2-01'],
  kernel: (plain) => ({
    stretch: (all, from, count) => {
      const page = plain.stretch(all, from, count)
      return page.next === undefined ? page : { ...page, next: page.next + 1 }
    },
  }),
})
