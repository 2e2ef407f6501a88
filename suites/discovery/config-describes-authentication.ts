import { bodyOf, defineCheck, elementsOf, get, reading } from '#check'
import { answering, isObject, member } from '#scim'

const MEMBERS = [
  ['type', 'RFC7643-5-21'],
  ['name', 'RFC7643-5-23'],
  ['description', 'RFC7643-5-24'],
] as const

/** Table 5 of RFC 7643 section 5 in words; newer schemes have no keyword of their own yet. */
const TYPES = ['oauth', 'oauth2', 'oauthbearertoken', 'httpbasic', 'httpdigest']

export default defineCheck({
  id: 'discovery/config-describes-authentication',
  title: '/ServiceProviderConfig describes the ways to authenticate',
  proves: ['RFC7643-5-19', 'RFC7643-5-22', ...MEMBERS.map(([, row]) => row)],
  needs: { features: ['serviceProviderConfig'] },

  act: async ({ send }) => ({ config: await send(get('/ServiceProviderConfig')) }),

  judge({ config }, claim) {
    const given = member(bodyOf(config), 'authenticationSchemes')
    const schemes = elementsOf(bodyOf(config), 'authenticationSchemes')
    const none = Array.isArray(given) && schemes.length === 0
    claim('RFC7643-5-19', config).holds(Array.isArray(given) && schemes.every(isObject), {
      expected: 'an array of objects',
      actual: given,
      pointer: '/authenticationSchemes',
      ...(none ? { reading: reading('AMB-010/absent-when-unsupported', null).reading } : {}),
    })
    const types = schemes.map((scheme) => member(scheme, 'type') ?? null)
    const odd = types.find((type) => !TYPES.includes(String(type).toLowerCase())) ?? null
    // A bare word is another scheme, for nobody says that the list is closed; anything else is no keyword at all.
    const word = typeof odd === 'string' && /^[a-z][\w.-]*$/i.test(odd)
    claim('RFC7643-5-22', config).holds(odd === null || word, {
      what: 'authenticationSchemes.type',
      expected: TYPES,
      actual: odd,
      ...(word ? { reading: reading('AMB-010/other-scheme', odd).reading } : {}),
    })
    for (const [name, row] of MEMBERS) {
      const lacking = schemes.find(
        (scheme) => typeof member(scheme, name) !== 'string' || !member(scheme, name),
      )
      const detail = { expected: `each with a ${name}`, actual: lacking, pointer: '/authenticationSchemes' }
      claim(row, config).holds(lacking === undefined, detail)
    }
  },

  counterexample: ({ config }) => [
    { config: answering(config, { body: { ...bodyOf(config), authenticationSchemes: [{}] } }) },
    { config: answering(config, { body: { ...bodyOf(config), authenticationSchemes: 'OAuth' } }) },
    {
      config: answering(config, {
        body: { ...bodyOf(config), authenticationSchemes: [{ type: 'see the wiki' }] },
      }),
    },
  ],
})
