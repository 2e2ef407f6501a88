import { bodyOf, defineCheck, get, pointTo, reading } from '#check'
import { answering } from '#scim'

const LIMITS = [
  ['bulk', 'maxOperations', 'RFC7643-5-16'],
  ['bulk', 'maxPayloadSize', 'RFC7643-5-17'],
  ['filter', 'maxResults', 'RFC7643-5-18'],
] as const

export default defineCheck({
  id: 'discovery/config-states-its-limits',
  title: '/ServiceProviderConfig states its limits in whole numbers',
  proves: LIMITS.map(([, , row]) => row),
  needs: { features: ['serviceProviderConfig'] },

  act: async ({ send }) => ({ config: await send(get('/ServiceProviderConfig')) }),

  judge({ config }, claim) {
    for (const [feature, limit, row] of LIMITS) {
      const actual = pointTo(bodyOf(config), `/${feature}/${limit}`) ?? null
      const idle = actual === null && pointTo(bodyOf(config), `/${feature}/supported`) === false
      const whole = typeof actual === 'number' && Number.isInteger(actual) && actual >= 0
      claim(row, config).holds(whole || idle, {
        expected: 'a whole number',
        actual: actual ?? undefined,
        pointer: `/${feature}/${limit}`,
        ...(idle ? { reading: reading('AMB-010/absent-when-unsupported', null).reading } : {}),
      })
    }
  },

  counterexample: ({ config }) => {
    const bulk = { supported: true, maxOperations: '1000', maxPayloadSize: 1.5 }
    return { config: answering(config, { body: { ...bodyOf(config), bulk, filter: { supported: true } } }) }
  },
})
