import { isObject, type Json, member } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'schema-title-said-unique',
  title: '/Schemas promises that a displayName is had once, and it is not',
  breaks: ['RFC7643-7-40', 'RFC7643-7-42'],
  because: 'Incident family P6',
  around: discoveryValuesRewritten('/Schemas', (_, value: Json) =>
    isObject(value) && member(value, 'name') === 'displayName' && member(value, 'type') !== undefined
      ? { ...value, uniqueness: 'server' }
      : value,
  ),
})
