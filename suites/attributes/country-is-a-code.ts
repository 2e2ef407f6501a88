import { formatCheck } from './format.part.ts'

export default formatCheck({
  id: 'attributes/country-is-a-code',
  title: 'The country of an address comes back as two letters',
  proves: ['RFC7643-4.1.2-19'],
  path: 'addresses.country',
  expected: 'a code of two letters',
  fits: (value) => /^[a-z]{2}$/i.test(String(value)),
  wrong: 'Norway',
})
