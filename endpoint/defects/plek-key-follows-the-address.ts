import { type Json, member, URN } from '#scim'
import { defect } from '../deviation.ts'

const first = (emails: Json | undefined) => (Array.isArray(emails) ? member(emails[0], 'value') : undefined)

export default defect({
  id: 'plek-key-follows-the-address',
  title: 'With another e-mail address a user gets it as the new mapping key',
  breaks: ['plek/PL-02-stays'],
  kernel: () => ({
    keep: (resource, model, before) => {
      const address = first(resource.emails)
      const isNew = model.core.id === URN.user && before !== undefined && first(before.emails) !== address
      return isNew && address !== undefined ? { ...resource, externalId: address } : resource
    },
  }),
})
