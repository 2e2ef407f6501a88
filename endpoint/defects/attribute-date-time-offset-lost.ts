import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-date-time-offset-lost',
  title: 'The offset of a dateTime is cut off and Z put in its place',
  breaks: ['RFC7643-2.3.5-01'],
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value, { type }) =>
        type === 'dateTime' ? String(value).replace(/[+-]\d\d:\d\d$/, 'Z') : value,
      ),
  }),
})
