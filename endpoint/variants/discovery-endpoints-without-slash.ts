import type { Json } from '#scim'
import { discoveryValuesRewritten, variant } from '../deviation.ts'

export default variant({
  id: 'discovery-endpoints-without-slash',
  title: '/ResourceTypes has the endpoints without a slash',
  because: 'AMB-009',
  around: discoveryValuesRewritten('/ResourceTypes', (name, value: Json) =>
    name === 'endpoint' ? String(value).slice(1) : value,
  ),
})
