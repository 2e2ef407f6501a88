import { isObject, type Json, member } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'schema-password-said-readable',
  title: '/Schemas has the password readable',
  breaks: ['RFC7643-4.1.1-26'],
  because: 'Incident family P6',
  around: discoveryValuesRewritten('/Schemas', (_, value: Json) =>
    isObject(value) && member(value, 'name') === 'password' && member(value, 'type') !== undefined
      ? { ...value, mutability: 'readWrite', returned: 'default' }
      : value,
  ),
})
