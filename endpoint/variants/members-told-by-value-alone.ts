import { isObject, type Json } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'members-told-by-value-alone',
  title: 'Members have a value and nothing else',
  because: 'AMB-026',
  kernel: (plain) => ({
    project: (resource, ...rest) => {
      const shown = plain.project(resource, ...rest)
      if (!Array.isArray(shown.members)) return shown
      const bare = (one: Json): Json =>
        isObject(one) && one.value !== undefined ? { value: one.value } : one
      return { ...shown, members: shown.members.map(bare) }
    },
  }),
})
