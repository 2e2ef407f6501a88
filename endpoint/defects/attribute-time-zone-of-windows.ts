import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-time-zone-of-windows',
  title: 'Time zones come back by the names that Windows has for them',
  breaks: ['RFC7643-4.1.1-18'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      rewriteValues(plain.project(resource, model, options), model, (value, _, path) =>
        path === 'timezone' ? 'W. Europe Standard Time' : value,
      ),
  }),
})
