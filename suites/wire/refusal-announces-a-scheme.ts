import { defineRule } from '#check'
import { answering } from '#scim'
import { isElsewhere } from './address.part.ts'

export default defineRule({
  id: 'wire/refusal-announces-a-scheme',
  title: 'A 401 announces how to authenticate in WWW-Authenticate',
  proves: ['RFC7644-2-07'],

  judge(exchange, claim) {
    if (exchange.response?.status !== 401 || isElsewhere(exchange)) return
    const challenge = (value: string) => /^[!#$%&'*+.^_`|~\w-]+/.test(value.trim())
    claim('RFC7644-2-07', exchange).header('www-authenticate', 'at least one scheme', challenge)
  },

  counterexample: (exchange) => answering(exchange, { headers: { 'www-authenticate': undefined } }),
})
