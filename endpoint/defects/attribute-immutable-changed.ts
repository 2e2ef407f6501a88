import { defect } from '../deviation.ts'
import { redefining } from '../rewrite-values.ts'

const loose = redefining((attribute) =>
  attribute.mutability === 'immutable' ? { ...attribute, mutability: 'readWrite' } : attribute,
)

export default defect({
  id: 'attribute-immutable-changed',
  title: 'PATCH changes and removes immutable values',
  breaks: ['RFC7643-7-30', 'RFC7644-3.5.2-10'],
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => plain.patch(resource, operations, loose(model), options),
  }),
})
