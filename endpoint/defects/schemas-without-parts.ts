import type { Json } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'schemas-without-parts',
  title: '/Schemas leaves out the sub-attributes of complex attributes',
  breaks: ['RFC7643-7-15'],
  because: 'Incident family P6',
  around: discoveryValuesRewritten('/Schemas', (name, value: Json) =>
    name === 'subAttributes' ? undefined : value,
  ),
})
