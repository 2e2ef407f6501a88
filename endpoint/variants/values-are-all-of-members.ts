import { type Json, member } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'values-are-all-of-members',
  title: 'Members of a group have neither display nor type nor $ref',
  because: 'AMB-026',
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const shown = plain.project(resource, model, options)
      return Array.isArray(shown.members) ? { ...shown, members: shown.members.map(onlyValue) } : shown
    },
  }),
})

function onlyValue(one: Json): Json {
  return { value: member(one, 'value') ?? null }
}
