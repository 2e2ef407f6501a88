import { type Json, type JsonObject, type ScimRequest, type ScimResponse, URN } from '#scim'

/** Ways in which a target answers that give rise to requests of their own. */
export const BEHAVIOURS: Readonly<
  Record<string, (request: ScimRequest, answer: ScimResponse) => ScimResponse>
> = {
  'active-not-returned': (_, answer) => {
    if (typeof answer.body !== 'object' || answer.body === null) return answer
    const { active: _active, ...rest } = answer.body as JsonObject
    return { ...answer, body: rest }
  },
  // The server of Okta's documentation: no displayName, locale or externalId, but meta, and a name with each address.
  'shows-little': (_, answer) => {
    const user = answer.body as JsonObject | null | undefined
    if (user?.userName === undefined) return answer
    const { id, userName, name, active } = user as Record<string, Json>
    const emails = ((user.emails ?? []) as JsonObject[]).map((e) => ({ ...e, display: e.value ?? '' }))
    const named = { schemas: [URN.user], id, userName, name: name ?? {}, emails, active } as JsonObject
    return { ...answer, body: { ...named, groups: [], meta: { resourceType: 'User' } } }
  },
  'has-102-users': ({ method, path }, answer) =>
    method === 'GET' && path.startsWith('/Users?startIndex=')
      ? { ...answer, body: { ...(answer.body as JsonObject), totalResults: 102 } }
      : answer,
  'has-roles': ({ path }, answer) => {
    if (path !== '/ResourceTypes') return answer
    const schema = 'urn:okta:scim:schemas:core:1.0:Role'
    const Resources = [{ schemas: [URN.resourceType], id: 'Role', name: 'Role', endpoint: '/Roles', schema }]
    return { ...answer, body: { schemas: [URN.listResponse], totalResults: 1, Resources } }
  },
}
