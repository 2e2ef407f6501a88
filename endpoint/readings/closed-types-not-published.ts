import { type Json, member } from '#scim'
import { discoveryValuesRewritten, reading } from '../deviation.ts'
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
  around: discoveryValuesRewritten('/Schemas', unlisted),
})

const TYPES: ReadonlySet<string> = new Set(['work', 'home', 'other', 'alias'])

function unlisted(name: string, value: Json): Json | undefined {
  return name === 'canonicalValues' ? undefined : value
}
