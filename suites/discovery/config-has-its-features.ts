import { bodyOf, defineCheck, get, pointTo, reading } from '#check'
import { answering, isObject, member } from '#scim'

const FEATURES = [
  ['patch', 'RFC7643-5-04', 'RFC7643-5-10'],
  ['bulk', 'RFC7643-5-05', 'RFC7643-5-11'],
  ['filter', 'RFC7643-5-06', 'RFC7643-5-12'],
  ['changePassword', 'RFC7643-5-07', 'RFC7643-5-13'],
  ['sort', 'RFC7643-5-08', 'RFC7643-5-15'],
  ['etag', 'RFC7643-5-09', 'RFC7643-5-14'],
] as const

export default defineCheck({
  id: 'discovery/config-has-its-features',
  title: '/ServiceProviderConfig says of each feature if it is supported',
  proves: FEATURES.flatMap(([, present, supported]) => [present, supported] as const),
  needs: { features: ['serviceProviderConfig'] },
  breaks: 'Discovery documents that cannot be read: incident family P6.',

  act: async ({ send }) => ({ config: await send(get('/ServiceProviderConfig')) }),

  judge({ config }, claim) {
    const body = bodyOf(config)
    for (const [name, present, supported] of FEATURES) {
      const found = member(body, name)
      const flag = pointTo(body, `/${name}/supported`)
      // The schema printed in section 8.7.2 forgot etag.
      const forgotten = name === 'etag' && found === undefined && body !== undefined
      const excuse = forgotten ? { reading: reading('AMB-010/absent-when-unsupported', null).reading } : {}
      const object = { expected: 'an object', actual: found, pointer: `/${name}`, ...excuse }
      claim(present, config).holds(forgotten || isObject(found), object)
      const boolean = { expected: 'true or false', actual: flag, pointer: `/${name}/supported`, ...excuse }
      claim(supported, config).holds(forgotten || typeof flag === 'boolean', boolean)
    }
  },

  counterexample: ({ config }) =>
    FEATURES.map(([name]) => ({
      config: answering(config, { body: { ...bodyOf(config), [name]: 'true' } }),
    })),
})
