import { isObject, type Json, member } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'schema-user-name-said-free',
  title: '/Schemas has userName without uniqueness',
  breaks: ['RFC7643-4.1.1-02'],
  because: 'Incident family P6',
  around: discoveryValuesRewritten('/Schemas', (_, value: Json) =>
    isObject(value) && member(value, 'name') === 'userName' && member(value, 'type') !== undefined
      ? { ...value, uniqueness: 'none' }
      : value,
  ),
})
