import { defect } from '../deviation.ts'

export default defect({
  id: 'cursor-never-ends',
  title: 'After the last page there are empty ones without end',
  breaks: ['RFC9865-2-11'],
  because: 'A client that goes on until nextCursor is absent never stops',
  kernel: (plain) => ({
    stretch: (all, from, count) => {
      const page = plain.stretch(all, from, count)
      return { ...page, next: page.next ?? Math.max(from, all.length) + 1 }
    },
  }),
})
