import { member } from '#scim'
import { countingWrites } from '../count-writes.ts'
import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'patch-created-can-be-written',
  title: 'PATCH of meta.created is acknowledged and done',
  breaks: ['RFC7643-7-27'],
  kernel: (plain) => ({
    ...dropping(plain, ({ path }) => path?.path.sub === 'created'),
    // Something has to differ for the resource to be stored at all.
    ...countingWrites(plain),
    stamp: (before, now, given) => {
      const operations = Array.isArray(given.Operations) ? given.Operations : []
      const value = member(
        operations.find((one) => member(one, 'path') === 'meta.created'),
        'value',
      )
      return { ...plain.stamp(before, now, given), ...(typeof value === 'string' ? { created: value } : {}) }
    },
  }),
})
