import { defineRule, isSuccess } from '#check'
import { answering } from '#scim'

export default defineRule({
  id: 'wire/body-is-json',
  title: 'A success has a JSON body or, with 204, none',
  proves: ['RFC7644-3.2-16'],

  judge(exchange, claim) {
    const { request, response } = exchange
    if (!response || !isSuccess(exchange)) return
    const empty = response.text.trim() === '' && response.body === undefined
    if (response.status === 204) {
      claim('RFC7644-3.2-16', exchange).holds(empty, { expected: 'no body', actual: response.text })
    } else if (!empty || request.method === 'GET') {
      claim('RFC7644-3.2-16', exchange).holds(response.body !== undefined, {
        expected: 'JSON',
        actual: response.text || undefined,
      })
    }
  },

  counterexample: (exchange) =>
    answering(exchange, {
      body: undefined,
      text: '<html>ok</html>',
      headers: { 'content-type': 'text/html' },
    }),
})
