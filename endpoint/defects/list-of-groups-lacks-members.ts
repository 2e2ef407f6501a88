import { isObject, type Json } from '#scim'
import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'list-of-groups-lacks-members',
  title: 'Groups in a list show no members, though they have some',
  breaks: ['RFC7644-3.4-02'],
  because: 'Hive Console (graphql-hive/console#8352)',
  around: (request, next) =>
    rewritten(next(request), (body) =>
      request.path.startsWith('/Groups') && Array.isArray(body.Resources)
        ? { ...body, Resources: body.Resources.map(withoutMembers) }
        : body,
    ),
})

function withoutMembers(group: Json): Json {
  if (!isObject(group)) return group
  const { members: _, ...rest } = group
  return rest
}
