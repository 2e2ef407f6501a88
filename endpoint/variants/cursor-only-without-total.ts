import { variant } from '../deviation.ts'

export default variant({
  id: 'cursor-only-without-total',
  title: 'Lists are paged by cursor only, and nobody counts what is not on the page',
  because: 'RFC9865-2-19',
  settings: (plain) => ({
    ...plain,
    paging: { ...plain.paging, index: false, method: 'cursor', total: false },
  }),
})
