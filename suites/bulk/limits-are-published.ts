import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'bulk/limits-are-published',
  title: 'The configuration states the limits of bulk requests',
  proves: ['RFC7644-3.7.4-01'],
  needs: { features: ['bulk', 'serviceProviderConfig'] },

  async act({ send }) {
    return { config: await send(get('/ServiceProviderConfig')) }
  },

  judge({ config }, claim) {
    for (const pointer of ['/bulk/maxOperations', '/bulk/maxPayloadSize']) {
      const actual = pointTo(config.response?.body, pointer)
      const isLimit = Number.isInteger(actual) && (actual as number) > 0
      claim('RFC7644-3.7.4-01', config).holds(isLimit, {
        expected: 'an integer of 1 or more',
        actual,
        pointer,
      })
    }
  },

  counterexample: ({ config }) => ({
    config: answering(config, { body: { ...bodyOf(config), bulk: { supported: true, maxOperations: 0 } } }),
  }),
})
