import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-date-time-without-time',
  title: 'Of a dateTime the date is kept',
  breaks: ['RFC7643-2.3.5-02'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      rewriteValues(plain.project(resource, model, options), model, (value, { type }) =>
        type === 'dateTime' ? String(value).slice(0, 10) : value,
      ),
  }),
})
