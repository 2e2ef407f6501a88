import { type JsonObject, member } from '#scim'
import { discoveryRewritten, reading } from '../deviation.ts'

export default reading({
  id: 'absolute-endpoints',
  title: 'Resource types name their endpoint by its whole URL',
  readings: ['AMB-009/absolute'],
  around: discoveryRewritten('/ResourceTypes', (body) =>
    Array.isArray(body.Resources)
      ? { ...body, Resources: body.Resources.map((one) => absolute(one as JsonObject)) }
      : absolute(body),
  ),
})

function absolute(type: JsonObject): JsonObject {
  const location = member(type.meta, 'location')
  if (typeof location !== 'string' || typeof type.endpoint !== 'string') return type
  return { ...type, endpoint: location.replace(/\/ResourceTypes\/.*$/, type.endpoint) }
}
