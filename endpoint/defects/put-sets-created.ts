import { memberOf } from '#scim/resource'
import { defect } from '../deviation.ts'

export default defect({
  id: 'put-sets-created',
  title: 'A PUT changes meta.created',
  breaks: ['RFC7644-3.5.1-13', 'RFC7643-3.1-19'],
  kernel: (plain) => ({
    stamp: (before, now, given) => {
      const created = memberOf(memberOf(given, 'meta'), 'created')
      return {
        ...plain.stamp(before, now, given),
        ...(before && typeof created === 'string' ? { created } : {}),
      }
    },
  }),
})
