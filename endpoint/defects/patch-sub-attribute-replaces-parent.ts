import { isObject } from '#scim'
import { defect } from '../deviation.ts'
import { stepwise } from '../patch-steps.ts'

export default defect({
  id: 'patch-sub-attribute-replaces-parent',
  title: 'Writing one sub-attribute by its path drops its neighbours',
  breaks: ['RFC7644-3.5.2-09'],
  kernel: (plain) =>
    stepwise(plain, (_, after, { op, path, value = null }) => {
      const { attribute = '', sub } = path?.path ?? {}
      return op === 'replace' && sub && isObject(after[attribute])
        ? { ...after, [attribute]: { [sub]: value } }
        : after
    }),
})
