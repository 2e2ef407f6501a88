import { sameJson } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-stops-where-nothing-changes',
  title: 'An operation that changes nothing ends the PATCH',
  breaks: ['RFC7644-3.5.2-18'],
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      let draft = resource
      for (const operation of operations) {
        const next = plain.patch(draft, [operation], model, options)
        if (sameJson(next, draft)) break
        draft = next
      }
      return draft
    },
  }),
})
