import { defineRule, reading } from '#check'
import { answering, header } from '#scim'
import { isElsewhere } from './address.part.ts'

/** The media type without its parameters, in lower case. */
const essence = (value: string | undefined) => value?.split(';', 1)[0]?.trim().toLowerCase()

const PROVES = ['RFC7644-3.1-01', 'RFC7644-8.1-01'] as const

export default defineRule({
  id: 'wire/scim-media-type',
  title: 'A body is labelled application/scim+json',
  proves: PROVES,

  judge(exchange, claim) {
    const { request, response } = exchange
    if (isElsewhere(exchange)) return
    if (response?.body === undefined || request.headers.accept !== 'application/scim+json') return
    const type = header(exchange, 'content-type')
    const plain = essence(type) === 'application/json'
    for (const requirement of PROVES) {
      claim(requirement, exchange).holds(plain || essence(type) === 'application/scim+json', {
        what: 'header content-type',
        expected: 'application/scim+json',
        actual: type,
        ...(plain ? { reading: reading('AMB-032/application-json', type).reading } : {}),
      })
    }
  },

  counterexample: (exchange) => answering(exchange, { headers: { 'content-type': 'text/html' } }),
})
