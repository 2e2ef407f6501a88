import { isObject, type Json, member } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'schema-groups-said-writable',
  title: '/Schemas has the groups of a user writable',
  breaks: ['RFC7643-4.1.2-25'],
  because: 'Incident family P6',
  around: discoveryValuesRewritten('/Schemas', (_, value: Json) =>
    isObject(value) && member(value, 'name') === 'groups' && member(value, 'type') !== undefined
      ? { ...value, mutability: 'readWrite' }
      : value,
  ),
})
