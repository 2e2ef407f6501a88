import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-cuts-at-an-escaped-quote',
  title: 'A text in a filter ends at its first quote, escaped or not',
  breaks: ['RFC7644-3.4.2.2-33'],
  kernel: (plain) => ({
    parseFilter: (text, model) => plain.parseFilter(text.replace(/\\"[^"]*(?=")/g, ''), model),
  }),
})
