import type { Trace } from '#check'
import { member, type ScimRequest, URN } from '#scim'
import { newSession } from './sessions.ts'

/** A client that uses what no dialect does: bulk requests, queries by POST, cursors, PUT, versions. */
export function careful(): Trace {
  const { send, wait, trace } = newSession()
  const one = (request: ScimRequest) => {
    wait(200)
    return send(request)
  }
  const person = (name: string) => ({
    schemas: [URN.user, URN.enterpriseUser],
    externalId: name,
    userName: `${name}@test.kommune.example`,
    displayName: name,
    name: { givenName: name, familyName: 'Nordmann', formatted: `${name} Nordmann` },
    active: true,
    emails: [{ value: `${name}@test.kommune.example`, type: 'work', primary: true }],
    [URN.enterpriseUser]: { department: 'Skole', employeeNumber: `nr-${name}` },
  })
  one({
    method: 'POST',
    path: '/Bulk',
    body: {
      schemas: [URN.bulkRequest],
      Operations: ['kari', 'ola'].map((name) => ({
        method: 'POST',
        path: '/Users',
        bulkId: name,
        data: person(name),
      })),
    },
  })
  const liv = one({ method: 'POST', path: '/Users', body: person('liv') })
  const path = `/Users/${member(liv.body, 'id')}`
  one({ method: 'PUT', path, body: { ...person('liv'), title: 'Lærer' } })
  const ops = [{ op: 'replace', path: `${URN.enterpriseUser}:department`, value: 'Helse' }]
  one({ method: 'PATCH', path, body: { schemas: [URN.patchOp], Operations: ops } })
  one({
    method: 'POST',
    path: '/Users/.search',
    body: { schemas: [URN.searchRequest], filter: 'externalId eq "kari"' },
  })
  one({ method: 'GET', path: '/Users?attributes=userName&startIndex=1&count=1' })
  const first = one({ method: 'GET', path: '/Users?count=2&cursor=' })
  const next = member(first.body, 'nextCursor')
  if (typeof next === 'string')
    one({ method: 'GET', path: `/Users?count=2&cursor=${encodeURIComponent(next)}` })
  return trace
}
