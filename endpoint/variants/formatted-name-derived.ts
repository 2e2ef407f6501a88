import { isObject, type JsonObject } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'formatted-name-derived',
  title: 'name.formatted is made of the other parts of the name',
  because: 'AMB-046',
  kernel: (plain) => ({
    keep: (resource, model, before, given) => {
      const kept = plain.keep(resource, model, before, given)
      const { givenName, familyName, formatted } = isObject(kept.name ?? null)
        ? (kept.name as JsonObject)
        : {}
      if (formatted !== undefined || (givenName ?? familyName) === undefined) return kept
      const whole = [givenName, familyName].filter((part) => part !== undefined).join(' ')
      return { ...kept, name: { ...(kept.name as JsonObject), formatted: whole } }
    },
  }),
})
