import type { JsonObject } from '#scim'
import { aside, pathOf } from './aside.ts'
import { type Deviation, requestBody } from './deviation.ts'

/** A create with a taken userName overwrites the owner, if that is such a one, and answers 201 as if there were none. */
export function takingOver(isTaken: (owner: JsonObject) => boolean): NonNullable<Deviation['around']> {
  return (request, next) => {
    const reply = next(request)
    const body = request.method === 'POST' && request.path === '/Users' ? requestBody(request) : undefined
    if (!body || reply.status !== 409) return reply
    const { find, write } = aside(request, next)
    const [owner] = find('/Users', `userName eq ${JSON.stringify(body.userName ?? '')}`)
    return owner && isTaken(owner) ? { ...write('PUT', pathOf('/Users', owner), body), status: 201 } : reply
  }
}
