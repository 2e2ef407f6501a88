import { defect } from '../deviation.ts'

export default defect({
  id: 'malformed-filter-ignored',
  title: 'A filter that is none is ignored: everybody is returned',
  breaks: ['RFC7644-3.4.2.2-32', 'RFC7644-3.4.2.2-40'],
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      try {
        return plain.parseFilter(text, model)
      } catch {
        return plain.parseFilter('id pr', model)
      }
    },
  }),
})
