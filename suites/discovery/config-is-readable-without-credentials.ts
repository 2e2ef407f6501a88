import { defineCheck, get, reading } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'discovery/config-is-readable-without-credentials',
  title: 'The ways to authenticate can be read before authenticating',
  proves: ['RFC7643-5-20'],
  needs: { features: ['serviceProviderConfig', 'credentials'] },

  act: async ({ send }) => ({ config: await send(get('/ServiceProviderConfig'), { credentials: 'none' }) }),

  judge({ config }, claim) {
    const closed = [401, 403].map((status) => reading('AMB-004/discovery-needs-credentials', status))
    const said = claim('RFC7643-5-20', config).status(200, ...closed)
    if (config.response?.status === 200) said.has('/authenticationSchemes')
  },

  counterexample: ({ config }) => ({
    config: answering(config, { status: 200, body: { schemas: [URN.serviceProviderConfig] } }),
  }),
})
