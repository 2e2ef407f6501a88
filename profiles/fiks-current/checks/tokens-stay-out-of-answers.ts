import { defineRule } from '#check'
import { answering } from '#scim'

/** Records show this where a secret stood. */
const SECRET = '[secret]'

export default defineRule({
  id: 'fiks-current/tokens-stay-out-of-answers',
  title: 'No answer repeats a token',
  proves: ['fiks/F-16'],

  judge(exchange, claim) {
    const { response } = exchange
    if (!response) return
    const shown = response.headers.find(
      ([name, value]) => value.includes(SECRET) && name.toLowerCase() !== 'set-cookie',
    )
    const actual = shown ? `header ${shown[0]}` : response.text.includes(SECRET) ? 'body' : null
    claim('fiks/F-16', exchange).holds(actual === null, { what: 'token', expected: 'nowhere', actual })
  },

  counterexample: (exchange) => answering(exchange, { text: `The token ${SECRET} has run out` }),
})
