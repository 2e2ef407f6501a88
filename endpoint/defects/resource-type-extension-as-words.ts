import type { Json } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'resource-type-extension-as-words',
  title: 'An extension is required with "no"',
  breaks: ['RFC7643-6-18'],
  because: 'Incident family P6',
  around: discoveryValuesRewritten('/ResourceTypes', (name, value: Json) =>
    name === 'required' ? 'no' : value,
  ),
})
