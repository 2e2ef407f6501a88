import { isObject } from '#scim'
import { variant } from '../deviation.ts'
import { stepwise } from '../patch-steps.ts'

export default variant({
  id: 'patch-complex-add-replaces-whole',
  title: 'PATCH add to a complex attribute puts the given value in place of the old one',
  because: 'AMB-055',
  readings: ['AMB-055/others-lost'],
  kernel: (plain) =>
    stepwise(plain, (_, after, { op, path, value }) => {
      const { attribute = '', sub, uri } = path?.path ?? {}
      const isWhole = op === 'add' && !sub && !uri && isObject(value) && isObject(after[attribute])
      return isWhole ? { ...after, [attribute]: value } : after
    }),
})
