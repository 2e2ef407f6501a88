import { formatCheck } from './format.part.ts'

export default formatCheck({
  id: 'attributes/entitlements-take-any-value',
  title: 'entitlements take any value',
  proves: ['RFC7643-4.1.2-26'],
  path: 'entitlements.value',
  expected: 'one of the values that were sent',
  fits: (value, sent) => sent.some((one) => String(one).toLowerCase() === String(value).toLowerCase()),
  wrong: 'reader',
})
