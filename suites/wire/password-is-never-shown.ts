import { defineRule } from '#check'
import { answering, isObject, type Json, member } from '#scim'

const DISCOVERY = /^\/(Schemas|ResourceTypes|ServiceProviderConfig)\b/i
const MOST_LEVELS = 12

/** The values of all members with this name, however deep. */
function passwordsIn(json: Json | undefined, level = 0): Json[] {
  if (level > MOST_LEVELS) return []
  if (Array.isArray(json)) return json.flatMap((item) => passwordsIn(item, level + 1))
  if (!isObject(json)) return []
  return Object.entries(json).flatMap(([name, value]) =>
    /(^|:)password$/i.test(name) ? (value === null ? [] : [value]) : passwordsIn(value, level + 1),
  )
}

/** Passwords in a request, long enough not to be found by chance. */
function sentPasswords(body: Json | undefined): string[] {
  const operations = member(body, 'Operations')
  const byPath = (Array.isArray(operations) ? operations : [])
    .filter((one) => /(^|:)password$/i.test(String(member(one, 'path'))))
    .map((one) => member(one, 'value') ?? null)
  return [...passwordsIn(body), ...byPath].filter(
    (value): value is string => typeof value === 'string' && value.length >= 8,
  )
}

export default defineRule({
  id: 'wire/password-is-never-shown',
  title: 'No answer holds a password',
  proves: ['RFC7643-4.1.1-20', 'RFC7643-4.1.1-26', 'RFC7643-7-32'],

  judge(exchange, claim) {
    const { request, response } = exchange
    if (!response?.text || DISCOVERY.test(request.path)) return
    const named = passwordsIn(response.body).length > 0
    const echoed = sentPasswords(request.body).some((sent) => response.text.includes(sent))
    const say = { expected: 'no password' }
    claim('RFC7643-4.1.1-20', exchange).holds(!echoed && !named, { ...say, actual: 'a password (withheld)' })
    claim('RFC7643-4.1.1-26', exchange).holds(!named, { ...say, actual: 'the member password' })
    claim('RFC7643-7-32', exchange).holds(!named, { ...say, actual: 'the member password' })
  },

  counterexample: (exchange) => answering(exchange, { body: { id: '2819', password: '$2b$10$N9qo8uLO' } }),
})
