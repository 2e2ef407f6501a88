import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-of-blanks-crashes',
  title: 'A filter of nothing but blanks is a server error',
  breaks: ['RFC7644-3.4.2.2-06'],
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      if (text.trim() === '') throw new Error('there is no first token')
      return plain.parseFilter(text, model)
    },
  }),
})
