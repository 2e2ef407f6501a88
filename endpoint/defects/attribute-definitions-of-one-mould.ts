import type { Json } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'attribute-definitions-of-one-mould',
  title: 'Every definition says caseExact, of whatever type, and none what it refers to',
  breaks: ['RFC7643-2.3.2-02', 'RFC7643-2.3.7-05', 'RFC7643-2.3.8-03'],
  around: discoveryValuesRewritten('/Schemas', moulded),
})

function moulded(_: string, value: Json): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('mutability' in value))
    return value
  const { referenceTypes: _referenceTypes, ...rest } = value
  return { ...rest, caseExact: true }
}
