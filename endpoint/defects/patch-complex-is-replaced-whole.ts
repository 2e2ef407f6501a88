import { isObject } from '#scim'
import { defect } from '../deviation.ts'
import { stepwise } from '../patch-steps.ts'

export default defect({
  id: 'patch-complex-is-replaced-whole',
  title: 'Replacing a complex attribute drops the sub-attributes that are not given',
  breaks: ['RFC7644-3.5.2.3-06'],
  because: 'INC-048',
  kernel: (plain) =>
    stepwise(plain, (_, after, { op, path, value }) => {
      const { attribute = '', sub } = path?.path ?? {}
      return op === 'replace' && !sub && isObject(value) && isObject(after[attribute])
        ? { ...after, [attribute]: value }
        : after
    }),
})
