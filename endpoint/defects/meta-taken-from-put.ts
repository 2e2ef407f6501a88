import { memberOf } from '#scim/resource'
import { defect } from '../deviation.ts'

export default defect({
  id: 'meta-taken-from-put',
  title: 'A PUT sets meta.lastModified to what its body says',
  breaks: ['RFC7643-3.1-19'],
  kernel: (plain) => ({
    stamp: (before, now, given) => {
      const lastModified = memberOf(memberOf(given, 'meta'), 'lastModified')
      const times = plain.stamp(before, now, given)
      return before && typeof lastModified === 'string' ? { ...times, lastModified } : times
    },
  }),
})
