import { type JsonObject, member } from '#scim'
import { reading, rewritten } from '../deviation.ts'
import { badRequest } from '../errors.ts'

export default reading({
  id: 'closed-types-not-published',
  title: 'E-mail types that no schema lists are refused',
  readings: ['AMB-002/hidden-values'],
  kernel: (plain) => ({
    keep: (resource, model, before, given) => {
      const kept = plain.keep(resource, model, before, given)
      const types = Array.isArray(kept.emails) ? kept.emails.map((one) => member(one, 'type') ?? 'work') : []
      if (types.every((type) => TYPES.has(String(type)))) return kept
      throw badRequest('invalidValue', 'There is no such type of address')
    },
  }),
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas')) return reply
    return rewritten(reply, (body) => JSON.parse(JSON.stringify(body, unlisted)) as JsonObject)
  },
})

const TYPES: ReadonlySet<string> = new Set(['work', 'home', 'other', 'alias'])

function unlisted(name: string, value: unknown): unknown {
  return name === 'canonicalValues' ? undefined : value
}
