import type { Json } from '#scim'
import { discoveryValuesRewritten, variant } from '../deviation.ts'

export default variant({
  id: 'discovery-user-name-is-globally-unique',
  title: '/Schemas has userName globally unique',
  because: 'RFC7643-7-41',
  around: discoveryValuesRewritten('/Schemas', (name, value: Json) =>
    name === 'uniqueness' && value === 'server' ? 'global' : value,
  ),
})
