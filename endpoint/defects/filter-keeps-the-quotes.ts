import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-keeps-the-quotes',
  title: 'The quotes around a text in a filter are taken for part of it',
  breaks: ['RFC7644-3.4.2.2-10', 'RFC7644-3.4.2.2-33'],
  because: 'Charon (wso2/charon#168)',
  kernel: (plain) => ({
    parseFilter: (text, model) =>
      plain.parseFilter(text.replace(/"((?:[^"\\]|\\.)*)"/g, '"\\"$1\\""'), model),
  }),
})
