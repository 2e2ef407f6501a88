import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-messaging-type-unknown',
  title: 'Types of messaging addresses come back as unknown',
  breaks: ['RFC7643-4.1.2-10'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      rewriteValues(plain.project(resource, model, options), model, (value, _, path) =>
        path === 'ims.type' ? 'unknown' : value,
      ),
  }),
})
