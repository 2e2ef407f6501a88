import { formatCheck } from './format.part.ts'

export default formatCheck({
  id: 'attributes/roles-take-any-value',
  title: 'roles take any value',
  proves: ['RFC7643-4.1.2-27'],
  path: 'roles.value',
  expected: 'one of the values that were sent',
  fits: (value, sent) => sent.some((one) => String(one).toLowerCase() === String(value).toLowerCase()),
  wrong: 'reader',
})
