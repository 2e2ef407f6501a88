import { variant } from '../deviation.ts'

export default variant({
  id: 'ids-are-numbers',
  title: 'Ids are numbers, as strings',
  because: 'RFC7643-3.1-05',
  settings: (plain) => {
    let last = 2818
    return { ...plain, newId: () => String(++last) }
  },
})
