import { type JsonObject, member, URN } from '#scim'
import { reading, rewritten } from '../deviation.ts'

export default reading({
  id: 'ids-count-for-each-type',
  title: 'A user and a group may have the same id',
  readings: ['AMB-030/id-per-type'],
  around: (request, next) => {
    const [, endpoint, id] = /^\/(Users|Groups)\/([^/?]+)$/.exec(request.path) ?? []
    const own = next(request)
    if (request.method !== 'GET' || own.status !== 404 || id === undefined) return own
    // What is asked for has the id of something else: answered as if there were one of each.
    const other = next({ ...request, path: `/${endpoint === 'Users' ? 'Groups' : 'Users'}/${id}` })
    if (other.status !== 200) return own
    const [urn, resourceType] = endpoint === 'Users' ? [URN.user, 'User'] : [URN.group, 'Group']
    const name = 'Somebody else'
    return rewritten(other, (body) => ({
      schemas: [urn],
      id: body.id ?? null,
      displayName: name,
      userName: name,
      meta: { ...(body.meta as JsonObject), resourceType, location: elsewhere(body, endpoint as string) },
    }))
  },
})

function elsewhere({ meta }: JsonObject, endpoint: string): string {
  return String(member(meta, 'location')).replace(/\/(?:Users|Groups)\//, `/${endpoint}/`)
}
