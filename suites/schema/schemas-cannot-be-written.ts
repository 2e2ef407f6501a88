import { bodyOf, defineCheck, get } from '#check'
import { answering, sameJson, URN } from '#scim'

export default defineCheck({
  id: 'schema/schemas-cannot-be-written',
  title: 'A POST to /Schemas is refused and changes nothing',
  proves: ['RFC7643-7-02'],
  needs: { features: ['schemas'] },

  async act({ send, mark }) {
    const name = mark('schema')
    const attributes = [{ name: 'shoeSize', type: 'integer', multiValued: false }]
    const body = { schemas: [URN.schema], id: `urn:scim-test:${name}`, name, attributes }
    return {
      before: await send(get('/Schemas')),
      refused: await send({ method: 'POST', path: '/Schemas', body }),
      after: await send(get('/Schemas')),
    }
  },

  judge({ before, refused, after }, claim) {
    const status = refused.response?.status ?? 0
    // Which status says so is nowhere written (AMB-008).
    const isRefusal = Math.trunc(status / 100) === 4 || status === 501
    claim('RFC7643-7-02', refused).holds(isRefusal, {
      what: 'status',
      expected: '4xx or 501',
      actual: status,
    })
    claim('RFC7643-7-02', after).holds(sameJson(before.response?.body, after.response?.body), {
      expected: 'the same as before',
      actual: after.response?.body,
    })
  },

  counterexample: ({ before, refused, after }) => [
    { before, refused: answering(refused, { status: 201, body: { id: 'new' } }), after },
    { before, refused, after: answering(after, { body: { ...bodyOf(after), totalResults: 99 } }) },
  ],
})
