import { formatCheck } from './format.part.ts'

export default formatCheck({
  id: 'attributes/email-has-the-form-of-one',
  title: 'An e-mail address comes back as one',
  proves: ['RFC7643-4.1.2-01'],
  path: 'emails.value',
  expected: 'an address with a domain',
  fits: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value)),
  wrong: 'kari',
})
