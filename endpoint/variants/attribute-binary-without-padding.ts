import { variant } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default variant({
  id: 'attribute-binary-without-padding',
  title: 'Bytes come back in base64 without padding',
  because: 'RFC7643-2.3.6-03',
  kernel: (plain) => ({
    project: (resource, model, options) =>
      rewriteValues(plain.project(resource, model, options), model, (value, { type }) =>
        type === 'binary' ? String(value).replace(/=+$/, '') : value,
      ),
  }),
})
