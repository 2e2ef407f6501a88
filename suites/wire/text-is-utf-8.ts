import { defineRule } from '#check'
import { answering, header } from '#scim'

/** What a decoder puts in the place of bytes that are not UTF-8. */
const REPLACED = '\uFFFD'

export default defineRule({
  id: 'wire/text-is-utf-8',
  title: 'A body is in UTF-8',
  proves: ['RFC7644-3.8-02'],

  judge(exchange, claim) {
    const { request, response } = exchange
    if (!response?.text || JSON.stringify(request).includes(REPLACED)) return
    const charset = /charset="?([^";\s]+)/i.exec(header(exchange, 'content-type') ?? '')?.[1]
    const named = charset === undefined || /^(utf-?8|us-ascii)$/i.test(charset)
    claim('RFC7644-3.8-02', exchange)
      .holds(!response.text.includes(REPLACED), { expected: 'UTF-8', actual: response.text })
      .holds(named, { what: 'header content-type', expected: 'charset=utf-8', actual: charset })
  },

  counterexample: (exchange) => answering(exchange, { text: '{"familyName":"\uFFFDdeg\uFFFDrd"}' }),
})
