import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-reference-as-name',
  title: 'References are names, not addresses',
  breaks: ['RFC7643-2.3.7-06'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      rewriteValues(plain.project(resource, model, options), model, (value, _, path) =>
        path.endsWith('.$ref') ? `scim:${String(value).split('/').at(-1)}` : value,
      ),
  }),
})
