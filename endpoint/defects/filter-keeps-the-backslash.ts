import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-keeps-the-backslash',
  title: 'Escapes in the text of a filter are not decoded',
  breaks: ['RFC7644-3.4.2.2-33'],
  because: 'directory-scimple#981',
  kernel: (plain) => ({
    parseFilter: (text, model) => plain.parseFilter(text.replaceAll('\\u', '\\\\u'), model),
  }),
})
