import { formatCheck, isAbsoluteUrl } from './format.part.ts'

export default formatCheck({
  id: 'attributes/profile-url-is-a-url',
  title: 'profileUrl comes back as a URL',
  proves: ['RFC7643-4.1.1-14'],
  path: 'profileUrl',
  expected: 'an absolute URL',
  fits: isAbsoluteUrl,
  wrong: 'kari',
})
