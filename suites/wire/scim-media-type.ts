import { defineRule, reading } from '#check'
import { answering, header } from '#scim'

/** The media type without its parameters, in lower case. */
const essence = (value: string | undefined) => value?.split(';', 1)[0]?.trim().toLowerCase()

export default defineRule({
  id: 'wire/scim-media-type',
  title: 'A body is labelled application/scim+json',
  proves: ['RFC7644-3.1-01'],

  judge(exchange, claim) {
    const { request, response } = exchange
    if (response?.body === undefined || request.headers.accept !== 'application/scim+json') return
    const type = header(exchange, 'content-type')
    const plain = essence(type) === 'application/json'
    claim('RFC7644-3.1-01', exchange).holds(plain || essence(type) === 'application/scim+json', {
      what: 'header content-type',
      expected: 'application/scim+json',
      actual: type,
      ...(plain ? { reading: reading('AMB-032/application-json', type).reading } : {}),
    })
  },

  counterexample: (exchange) => answering(exchange, { headers: { 'content-type': 'text/html' } }),
})
