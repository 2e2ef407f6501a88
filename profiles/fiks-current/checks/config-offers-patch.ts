import { bodyOf, defineCheck, get } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/config-offers-patch',
  title: 'The configuration says that PATCH is supported',
  proves: ['fiks/F-63'],
  needs: { features: ['serviceProviderConfig'] },

  async act({ send }) {
    return { config: await send(get('/ServiceProviderConfig')) }
  },

  judge({ config }, claim) {
    claim('fiks/F-63', config).status(200).has('/patch/supported', true)
  },

  counterexample: ({ config }) => ({
    config: answering(config, { body: { ...bodyOf(config), patch: { supported: false } } }),
  }),
})
