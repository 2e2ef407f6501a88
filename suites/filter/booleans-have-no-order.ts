import { defineCheck } from '#check'
import { withoutOrder } from './no-order.part.ts'

export default defineCheck({
  id: 'filter/booleans-have-no-order',
  title: 'gt, ge, lt and le on a Boolean are refused with invalidFilter',
  needs: { features: ['filter'], resource: 'User', attributes: ['active'] },
  ...withoutOrder('active', 'true'),
})
