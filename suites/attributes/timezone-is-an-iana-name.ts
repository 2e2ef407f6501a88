import { formatCheck } from './format.part.ts'

export default formatCheck({
  id: 'attributes/timezone-is-an-iana-name',
  title: 'timezone comes back as an IANA name',
  proves: ['RFC7643-4.1.1-18'],
  path: 'timezone',
  expected: 'a name such as Europe/Oslo',
  fits: (value) => /^([A-Za-z_]+(\/[A-Za-z0-9_+-]+)+|UTC|GMT|[A-Z]{3,4})$/.test(String(value)),
  wrong: 'W. Europe Standard Time',
})
