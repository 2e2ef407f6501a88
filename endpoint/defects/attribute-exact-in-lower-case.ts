import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-exact-in-lower-case',
  title: 'Values whose letter case matters are stored in lower case',
  breaks: ['RFC7643-7-24', 'RFC7644-3.4-02'],
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value, { caseExact, type }) =>
        caseExact && type === 'string' && typeof value === 'string' ? value.toLowerCase() : value,
      ),
  }),
})
