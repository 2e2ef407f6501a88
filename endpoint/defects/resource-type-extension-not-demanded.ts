import type { Json } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'resource-type-extension-not-demanded',
  title: '/ResourceTypes has each extension required, and none is asked for',
  breaks: ['RFC7643-6-16'],
  because: 'Incident family P6',
  around: discoveryValuesRewritten('/ResourceTypes', (name, value: Json) =>
    name === 'required' ? true : value,
  ),
})
