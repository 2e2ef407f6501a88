import { isObject, type Json, member } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'schema-keyword-unheard-of',
  title: 'The mutability of title is "read-write" in /Schemas',
  breaks: ['RFC7643-8.7.2-01'],
  because: 'Incident family P6',
  around: discoveryValuesRewritten('/Schemas', (_, value: Json) =>
    isObject(value) && member(value, 'name') === 'title' && member(value, 'type') !== undefined
      ? { ...value, mutability: 'read-write' }
      : value,
  ),
})
