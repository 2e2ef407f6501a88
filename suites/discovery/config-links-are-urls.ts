import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, type Json, member } from '#scim'

/** Optional, but a URL where it is given. */
const isLink = (value: Json | undefined) =>
  value === undefined || value === null || (typeof value === 'string' && /^https?:\/\/\S+$/i.test(value))

export default defineCheck({
  id: 'discovery/config-links-are-urls',
  title: 'Links in /ServiceProviderConfig are HTTP URLs',
  proves: ['RFC7643-5-03', 'RFC7643-5-25', 'RFC7643-5-26'],
  needs: { features: ['serviceProviderConfig'] },

  act: async ({ send }) => ({ config: await send(get('/ServiceProviderConfig')) }),

  judge({ config }, claim) {
    const body = bodyOf(config)
    const link = member(body, 'documentationUri')
    const detail = { expected: 'an HTTP URL or nothing', actual: link, pointer: '/documentationUri' }
    claim('RFC7643-5-03', config).holds(isLink(link), detail)
    const schemes = elementsOf(body, 'authenticationSchemes')
    const wrong = (name: string) => schemes.map((one) => member(one, name)).find((one) => !isLink(one))
    for (const [row, name] of [
      ['RFC7643-5-25', 'specUri'],
      ['RFC7643-5-26', 'documentationUri'],
    ] as const) {
      const found = { expected: 'an HTTP URL or nothing', actual: wrong(name) }
      claim(row, config).holds(wrong(name) === undefined, { what: `authenticationSchemes.${name}`, ...found })
    }
  },

  counterexample: ({ config }) => {
    const scheme = { type: 'httpbasic', name: 'Basic', specUri: 'RFC 7617', documentationUri: 'see wiki' }
    const body = { ...bodyOf(config), documentationUri: 'docs', authenticationSchemes: [scheme] }
    return { config: answering(config, { body }) }
  },
})
