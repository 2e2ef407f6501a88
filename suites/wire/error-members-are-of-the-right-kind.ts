import { bodyOf, defineRule } from '#check'
import { answering, member } from '#scim'

/** RFC 7644 table 9 and RFC 9865 section 2.1. */
const KEYWORDS = [
  'invalidFilter',
  'tooMany',
  'uniqueness',
  'mutability',
  'invalidSyntax',
  'invalidPath',
  'noTarget',
  'invalidValue',
  'invalidVers',
  'sensitive',
  'invalidCursor',
  'expiredCursor',
  'invalidCount',
]

/** A stack trace of Java, JavaScript, .NET or Python. */
const TRACE = /\n\s*at [\w$.<>[\] ]+\(|Traceback \(most recent call last\)/

export default defineRule({
  id: 'wire/error-members-are-of-the-right-kind',
  title: 'An error has a known scimType and a detail in words, or none',
  proves: ['RFC7644-3.12-05', 'RFC7644-3.12-06'],

  judge(exchange, claim) {
    const status = exchange.response?.status ?? 0
    const body = bodyOf(exchange)
    if (status < 400 || !body) return
    const scimType = member(body, 'scimType') ?? null
    const detail = member(body, 'detail') ?? null
    const known = scimType === null || (typeof scimType === 'string' && KEYWORDS.includes(scimType))
    const what = { expected: KEYWORDS, actual: scimType, pointer: '/scimType' }
    claim('RFC7644-3.12-05', exchange).holds(known, what)
    // The innards of a program are for its makers, who may find them in a 500 (RFC7644-3.12-35).
    const readable = typeof detail === 'string' && (status >= 500 || !TRACE.test(detail))
    claim('RFC7644-3.12-06', exchange).holds(detail === null || readable, {
      expected: 'words for a person, or nothing',
      actual: detail,
      pointer: '/detail',
    })
  },

  counterexample: (exchange) =>
    answering(exchange, { body: { ...bodyOf(exchange), scimType: 'versionMismatch', detail: ['stale'] } }),
})
