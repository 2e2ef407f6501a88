import { defect } from '../deviation.ts'

export default defect({
  id: 'cursor-goes-round',
  title: 'The last page leads to the first one again',
  breaks: ['RFC9865-2-11', 'RFC9865-2-01'],
  kernel: (plain) => ({
    stretch: (all, from, count) => {
      const page = plain.stretch(all, from, count)
      return { ...page, next: page.next ?? (count > 0 ? 0 : undefined) }
    },
  }),
})
