import { bodyOf, defineCheck } from '#check'
import { answering, header } from '#scim'
import { pathBelow } from './location.part.ts'

export default defineCheck({
  id: 'me/location-is-permanent',
  title: 'GET /Me tells the permanent address of the subject in Location',
  proves: ['RFC7644-3.11-07'],
  needs: { features: ['me'] },

  async act({ facts, send }) {
    const me = await send({ method: 'GET', path: '/Me' })
    const path = pathBelow(facts.base, header(me, 'location') ?? '')
    return { me, read: path === undefined ? [] : [await send({ method: 'GET', path })] }
  },

  judge({ me, read }, claim) {
    const isPermanent = (value: string) => value !== '' && !/\/me\/?$/i.test(value)
    claim('RFC7644-3.11-07', me).status(200).header('location', 'not ending in /Me', isPermanent)
    for (const one of read) {
      const [expected, actual] = [bodyOf(me)?.id ?? null, bodyOf(one)?.id]
      claim('RFC7644-3.11-07', one)
        .status(200)
        .holds(actual === expected, { expected, actual, pointer: '/id' })
    }
  },

  counterexample: ({ me, read }) => ({ me: answering(me, { headers: { location: undefined } }), read }),
})
