import { variant } from '../deviation.ts'

export default variant({
  id: 'cursor-ends-on-an-empty-page',
  title: 'After the last page by cursor there is an empty one',
  because: 'AMB-107',
  kernel: (plain) => ({
    stretch: (all, from, count) => {
      const page = plain.stretch(all, from, count)
      return page.next === undefined && page.items.length > 0 ? { ...page, next: all.length } : page
    },
  }),
})
