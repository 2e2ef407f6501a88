import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-reference-with-dots',
  title: 'References take a detour over dots',
  breaks: ['RFC7643-2.4-07'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      rewriteValues(plain.project(resource, model, options), model, (value, _, path) =>
        path.endsWith('.$ref') ? String(value).replace(/\/(\w+)\/([^/]+)$/, '/x/../$1/$2') : value,
      ),
  }),
})
