import { bodyOf, defineCheck, get } from '#check'
import { answering, sameJson, URN } from '#scim'

export default defineCheck({
  id: 'discovery/config-cannot-be-written',
  title: 'A POST to /ServiceProviderConfig is refused and changes nothing',
  proves: ['RFC7643-5-01'],
  needs: { features: ['serviceProviderConfig'] },

  async act({ send, mark }) {
    const body = {
      schemas: [URN.serviceProviderConfig],
      documentationUri: `https://scim-test.example/${mark('config')}`,
    }
    return {
      before: await send(get('/ServiceProviderConfig')),
      refused: await send({ method: 'POST', path: '/ServiceProviderConfig', body }),
      after: await send(get('/ServiceProviderConfig')),
    }
  },

  judge({ before, refused, after }, claim) {
    const status = refused.response?.status ?? 0
    // Which status says so is nowhere written (AMB-008).
    const isRefusal = Math.trunc(status / 100) === 4 || status === 501
    claim('RFC7643-5-01', refused).holds(isRefusal, {
      what: 'status',
      expected: '4xx or 501',
      actual: status,
    })
    claim('RFC7643-5-01', after).holds(sameJson(before.response?.body, after.response?.body), {
      expected: 'the same as before',
      actual: after.response?.body,
    })
  },

  counterexample: ({ before, refused, after }) => [
    { before, refused: answering(refused, { status: 201, body: { id: 'new' } }), after },
    { before, refused, after: answering(after, { body: { ...bodyOf(after), totalResults: 99 } }) },
  ],
})
