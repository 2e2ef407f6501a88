import type { Json } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'resource-type-hides-extensions',
  title: '/ResourceTypes does not mention extensions',
  breaks: ['RFC7643-3-06'],
  because: 'Incident family P6',
  around: discoveryValuesRewritten('/ResourceTypes', (name, value: Json) =>
    name === 'schemaExtensions' ? undefined : value,
  ),
})
