import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, type Json, type JsonObject, member } from '#scim'

/** The address that the learning platform takes: the first that is primary or of type work. */
function chosen(user: JsonObject | undefined): Json {
  const fits = elementsOf(user, 'emails').find(
    (one) => member(one, 'primary') === true || String(member(one, 'type')).toLowerCase() === 'work',
  )
  const value = member(fits, 'value')
  return typeof value === 'string' ? value.toLowerCase() : null
}

export default defineCheck({
  id: 'ks-kunnskap/address-that-counts',
  title: 'The first address that is primary or of type work stays that',
  proves: ['kunnskap/K-07'],
  needs: { resource: 'User', attributes: ['emails'] },

  each: () => [
    { name: 'home-work', types: ['home', 'work'], primary: -1 },
    { name: 'home-primary-work', types: ['home', 'other', 'work'], primary: 1 },
    { name: 'home-only', types: ['home'], primary: -1 },
    { name: 'work-primary-first', types: ['work', 'home'], primary: 0 },
  ],

  async act({ given, send, address, mark, of }) {
    // Against the alphabet, so that a list that is sorted shows.
    const values = of.types.map(() => address(mark('mail'))).reverse()
    const emails = of.types.map((type, place) => ({
      value: values[place] ?? '',
      type,
      ...(place === of.primary ? { primary: true } : {}),
    }))
    const user = await given('User', { emails })
    return { created: user.created, after: await send(get(user.path)) }
  },

  judge({ created, after }, claim) {
    const [expected, actual] = [chosen(created.request.body as JsonObject), chosen(bodyOf(after))]
    claim('kunnskap/K-07', after)
      .status(200)
      .holds(expected === actual, { what: 'address', expected, actual })
  },

  counterexample: ({ created, after }) => {
    const emails = [{ value: 'somebody.else@scim-test.example', type: 'work', primary: true }]
    return { created, after: answering(after, { body: { ...bodyOf(after), emails } }) }
  },
})
