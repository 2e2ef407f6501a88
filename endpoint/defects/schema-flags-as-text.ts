import { isObject, type Json, member } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'schema-flags-as-text',
  title: 'multiValued is a string in /Schemas',
  breaks: ['RFC7643-7-17'],
  because: 'Incident family P6',
  around: discoveryValuesRewritten('/Schemas', (_, value: Json) =>
    isObject(value) && Object.hasOwn(value, 'multiValued')
      ? { ...value, multiValued: String(member(value, 'multiValued')) }
      : value,
  ),
})
