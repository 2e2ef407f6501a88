import { formatCheck } from './format.part.ts'

export default formatCheck({
  id: 'attributes/preferred-language-is-a-language',
  title: 'preferredLanguage comes back as in Accept-Language',
  proves: ['RFC7643-4.1.1-15'],
  path: 'preferredLanguage',
  expected: 'language ranges, with weights perhaps',
  fits: (value) => /^[a-z]{1,8}([-_][a-z0-9]{1,8})*(\s*;\s*q=[01](\.\d{0,3})?)?(\s*,|$)/i.test(String(value)),
  wrong: 'Norwegian (Bokmål)',
})
