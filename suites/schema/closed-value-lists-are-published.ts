import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, member, URN } from '#scim'
import { attributesOf, partsOf } from './schemas.part.ts'

/** Its like is in no list. */
const ODD = 'scim-test-odd'

export default defineCheck({
  id: 'schema/closed-value-lists-are-published',
  title: 'A service that takes some values only publishes which',
  proves: ['RFC7643-8.7.2-03'],
  needs: { features: ['schemas'], resource: 'User', attributes: ['emails.type'] },
  breaks: 'A client cannot know which types of address it may send: incident family P6.',

  async act({ draft, endpoint, send }) {
    const plain = draft('User')
    const emails = [{ value: 'kari@kommune.example', type: ODD }]
    const odd = await send({ method: 'POST', path: endpoint('User'), body: { ...plain, emails } })
    return { odd, schema: await send(get(`/Schemas/${URN.user}`)) }
  },

  judge({ odd, schema }, claim) {
    const status = odd.response?.status ?? 0
    const refused = status === 400 || status === 422
    const emails = attributesOf(bodyOf(schema)).find((one) => member(one, 'name') === 'emails')
    const type = partsOf(emails ?? null).find((one) => member(one, 'name') === 'type')
    const listed = member(type, 'canonicalValues') ?? null
    const isList =
      Array.isArray(listed) && listed.length > 0 && listed.every((one) => typeof one === 'string')
    // Refused for another reason, perhaps: only a person can tell.
    const hidden = refused && listed === null
    claim('RFC7643-8.7.2-03', schema).holds(listed === null || isList, {
      what: 'canonicalValues of emails.type',
      expected: 'a list of words, or nothing where every value is taken',
      actual: listed,
      ...(hidden ? { reading: reading('AMB-002/hidden-values', null).reading } : {}),
    })
  },

  counterexample: ({ odd, schema }) => {
    const type = { name: 'type', type: 'string' }
    const emails = { name: 'emails', type: 'complex', multiValued: true, subAttributes: [type] }
    return {
      odd: answering(odd, { status: 400, body: { schemas: [URN.error], status: '400' } }),
      schema: answering(schema, { body: { id: URN.user, attributes: [emails] } }),
    }
  },
})
