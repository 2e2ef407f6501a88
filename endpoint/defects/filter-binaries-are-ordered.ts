import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-binaries-are-ordered',
  title: 'gt and its like are applied to binary values',
  breaks: ['RFC7644-3.4.2.2-20', 'RFC7644-3.4.2.2-22'],
  kernel: (plain) => ({
    parseFilter: (text, model) =>
      plain.parseFilter(text.replace(/(x509Certificates\.value) (gt|ge|lt|le)/i, '$1 co'), model),
  }),
})
