import { bodyOf, defineCheck, get } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'discovery/config-is-one-object',
  title: '/ServiceProviderConfig is one object that names its schema',
  proves: ['RFC7644-4-02', 'RFC7644-4-03'],
  needs: { features: ['serviceProviderConfig'] },

  act: async ({ send }) => ({ config: await send(get('/ServiceProviderConfig')) }),

  judge({ config }, claim) {
    const body = bodyOf(config)
    const single = body !== undefined && !Object.hasOwn(body, 'Resources')
    const expected = 'one object, no list'
    claim('RFC7644-4-02', config).status(200).holds(single, { expected, actual: config.response?.body })
    const schemas = member(body, 'schemas')
    const named = Array.isArray(schemas) && schemas.length === 1 && schemas[0] === URN.serviceProviderConfig
    const detail = { expected: [URN.serviceProviderConfig], actual: schemas, pointer: '/schemas' }
    claim('RFC7644-4-03', config).holds(named, detail)
  },

  counterexample: ({ config }) => {
    const list = { schemas: [URN.listResponse], totalResults: 1, Resources: [bodyOf(config) ?? {}] }
    return { config: answering(config, { body: list }) }
  },
})
