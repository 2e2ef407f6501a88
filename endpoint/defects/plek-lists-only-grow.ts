import { type Json, member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'plek-lists-only-grow',
  title: 'A list of addresses that is sent whole is added to the one before',
  breaks: ['plek/PL-18'],
  kernel: () => ({
    keep: (resource, _model, before) => {
      if (!Array.isArray(before?.emails) || !Array.isArray(resource.emails)) return resource
      const sent = new Set(resource.emails.map(addressOf))
      const old = before.emails.filter((one) => !sent.has(addressOf(one)))
      return { ...resource, emails: [...resource.emails, ...old] }
    },
  }),
})

const addressOf = (one: Json) => member(one, 'value')
