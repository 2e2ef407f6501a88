import type { Json } from '#scim'
import { defect, discoveryValuesRewritten } from '../deviation.ts'

export default defect({
  id: 'resource-type-endpoint-is-wrong',
  title: '/ResourceTypes has groups at /Group',
  breaks: ['RFC7644-3.2-01'],
  because: 'Incident family P6',
  around: discoveryValuesRewritten('/ResourceTypes', (name, value: Json) =>
    name === 'endpoint' && value === '/Groups' ? '/Group' : value,
  ),
})
