import { isObject, type Json } from '#scim'
import { discoveryValuesRewritten, reading } from '../deviation.ts'

export default reading({
  id: 'booleans-said-to-be-case-exact',
  title: 'Schemas give booleans a letter case, as those in the RFC do for some types',
  readings: ['AMB-003/metadata'],
  around: discoveryValuesRewritten('/Schemas', withCase),
})

function withCase(_: string, value: Json): Json {
  const isActive = isObject(value) && value.name === 'active'
  return isActive ? { ...value, caseExact: true } : value
}
