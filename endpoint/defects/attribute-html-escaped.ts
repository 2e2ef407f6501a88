import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-html-escaped',
  title: 'Texts are escaped as for a web page before they are stored',
  breaks: ['RFC7643-2.3.1-01'],
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value) =>
        typeof value === 'string' ? value.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : value,
      ),
  }),
})
