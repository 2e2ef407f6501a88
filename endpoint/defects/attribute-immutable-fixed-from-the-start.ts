import { isObject } from '#scim'
import { defect } from '../deviation.ts'
import { trialSchema } from '../trial-schema.ts'

export default defect({
  id: 'attribute-immutable-fixed-from-the-start',
  title: 'An immutable attribute that is not set at creation stays without a value',
  breaks: ['RFC7643-7-29', 'RFC7644-3.5.1-12', 'RFC7644-3.5.2-12'],
  kernel: () => ({
    keep: (resource, _, before) => {
      const [now, old] = [resource[trialSchema.id], before?.[trialSchema.id]]
      if (!before || !isObject(now) || (isObject(old) && old.badge !== undefined)) return resource
      const { badge: _badge, ...rest } = now
      return { ...resource, [trialSchema.id]: rest }
    },
  }),
})
