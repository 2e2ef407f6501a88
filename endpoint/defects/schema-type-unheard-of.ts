import { isObject, type Json, member } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'schema-type-unheard-of',
  title: 'The type of active is "bool" in /Schemas',
  breaks: ['RFC7643-7-14'],
  because: 'Incident family P6',
  around: discoveryValuesRewritten('/Schemas', (_, value: Json) =>
    isObject(value) && member(value, 'name') === 'active' && member(value, 'type') !== undefined
      ? { ...value, type: 'bool' }
      : value,
  ),
})
