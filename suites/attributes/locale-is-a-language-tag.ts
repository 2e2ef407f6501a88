import { formatCheck } from './format.part.ts'

export default formatCheck({
  id: 'attributes/locale-is-a-language-tag',
  title: 'locale comes back as a language tag without blanks',
  proves: ['RFC7643-4.1.1-16'],
  path: 'locale',
  expected: 'a language tag',
  fits: (value) => /^[a-z]{2,8}([-_][a-z0-9]{1,8})*$/i.test(String(value)),
  wrong: 'nb NO',
})
