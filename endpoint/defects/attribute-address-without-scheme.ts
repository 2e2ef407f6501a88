import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-address-without-scheme',
  title: 'Addresses lose https:// and what stands before it',
  breaks: ['RFC7643-4.1.1-14', 'RFC7643-4.1.2-12'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      rewriteValues(plain.project(resource, model, options), model, (value, _, path) =>
        path === 'profileUrl' || path === 'photos.value' ? String(value).replace(/^\w+:\/\//, '') : value,
      ),
  }),
})
