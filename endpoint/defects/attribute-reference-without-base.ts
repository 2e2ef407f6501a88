import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-reference-without-base',
  title: 'References lack the path of the service',
  breaks: ['RFC7643-2.3.7-03', 'RFC7643-2.3.7-07', 'RFC7643-4.1.2-23', 'RFC7643-4.3-02'],
  because: 'Incident family P3',
  kernel: (plain) => ({
    project: (resource, model, options) =>
      rewriteValues(plain.project(resource, model, options), model, (value, _, path) =>
        path.endsWith('.$ref') ? String(value).replace(/^(\w+:\/\/[^/]+)\/.*(\/\w+\/[^/]+)$/, '$1$2') : value,
      ),
  }),
})
