import { type Json, member } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'groups-of-users-have-a-value-only',
  title: 'groups of a user have neither display nor type nor $ref',
  because: 'AMB-026',
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const shown = plain.project(resource, model, options)
      return Array.isArray(shown.groups) ? { ...shown, groups: shown.groups.map(onlyValue) } : shown
    },
  }),
})

function onlyValue(group: Json): Json {
  return { value: member(group, 'value') ?? null }
}
