import { defect } from '../deviation.ts'

export default defect({
  id: 'cursor-sorts-each-page',
  title: 'Pages by cursor are turned round one by one',
  breaks: ['RFC9865-2.2-01'],
  kernel: (plain) => ({
    stretch: (all, from, count) => {
      const page = plain.stretch(all, from, count)
      return { ...page, items: [...page.items].reverse() }
    },
  }),
})
