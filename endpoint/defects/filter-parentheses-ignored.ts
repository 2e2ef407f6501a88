import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-parentheses-ignored',
  title: 'Parentheses in a filter are passed over',
  breaks: ['RFC7644-3.4.2.2-35', 'RFC7644-3.4.2.2-27'],
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      const flat = text.replace(/(?<!not ?)\(([^()"]*(?:"[^"]*"[^()"]*)*)\)/gi, '$1')
      return plain.parseFilter(flat, model)
    },
  }),
})
