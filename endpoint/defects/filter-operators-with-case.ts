import { defect } from '../deviation.ts'
import { badRequest } from '../errors.ts'

export default defect({
  id: 'filter-operators-with-case',
  title: 'Operators in capital letters are not understood',
  breaks: ['RFC7644-3.4.2.2-05'],
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      if (/ (EQ|SW|PR|AND|OR)\b|^NOT\b| NOT\b/.test(text.replace(/"[^"]*"/g, '""')))
        throw badRequest('invalidFilter', 'unknown operator')
      return plain.parseFilter(text, model)
    },
  }),
})
