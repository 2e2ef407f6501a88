import { isObject, type Json, member } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'schema-user-name-said-optional',
  title: '/Schemas has userName optional',
  breaks: ['RFC7643-4.1.1-03'],
  because: 'Incident family P6',
  around: discoveryValuesRewritten('/Schemas', (_, value: Json) =>
    isObject(value) && member(value, 'name') === 'userName' && member(value, 'type') !== undefined
      ? { ...value, required: false }
      : value,
  ),
})
