import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-country-spelled-out',
  title: 'Countries come back by their names',
  breaks: ['RFC7643-4.1.2-19'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      rewriteValues(plain.project(resource, model, options), model, (value, _, path) =>
        path === 'addresses.country' ? 'Norway' : value,
      ),
  }),
})
