import { defect } from '../deviation.ts'

export default defect({
  id: 'cursor-ends-after-two-pages',
  title: 'The second page is said to be the last',
  breaks: ['RFC9865-2-10'],
  kernel: (plain) => ({
    stretch: (all, from, count) => {
      const page = plain.stretch(all, from, count)
      return from > 0 ? { ...page, next: undefined } : page
    },
  }),
})
