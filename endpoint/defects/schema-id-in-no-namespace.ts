import { isObject, type Json, member, URN } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'schema-id-in-no-namespace',
  title: 'The User schema has an id in a namespace that there is not',
  breaks: ['RFC7643-10.2.1-01', 'RFC7644-4-04'],
  because: 'Incident family P6',
  around: discoveryValuesRewritten('/Schemas', (_, value: Json) =>
    isObject(value) && member(value, 'id') === URN.user
      ? { ...value, id: 'urn:ietf:params:scim:core:2.0:User' }
      : value,
  ),
})
