import { formatCheck, isAbsoluteUrl } from './format.part.ts'

export default formatCheck({
  id: 'attributes/photo-is-a-url',
  title: 'The value of a photo comes back as a URL',
  proves: ['RFC7643-4.1.2-12'],
  path: 'photos.value',
  expected: 'an absolute URL',
  fits: isAbsoluteUrl,
  wrong: 'kari.jpg',
})
