import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'fiks-2026/first-address-stays-first',
  title: 'The first e-mail address of the list stays the first',
  proves: ['fiks/F-42'],
  needs: { resource: 'User', attributes: ['emails'] },

  each: () => [
    { name: 'work-first', types: ['work', 'home'], primary: 0 },
    { name: 'home-first', types: ['home', 'work'], primary: 1 },
    { name: 'by-the-alphabet', types: ['other', 'home', 'work'], primary: 2 },
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
    const first = (body: Parameters<typeof elementsOf>[0]) => member(elementsOf(body, 'emails')[0], 'value')
    const expected = first(created.request.body as Parameters<typeof elementsOf>[0]) ?? null
    const actual = first(bodyOf(after))
    const same = String(actual).toLowerCase() === String(expected).toLowerCase()
    claim('fiks/F-42', after).status(200).holds(same, { expected, actual, pointer: '/emails/0/value' })
  },

  counterexample: ({ created, after }) => ({
    created,
    after: answering(after, {
      body: { ...bodyOf(after), emails: elementsOf(bodyOf(after), 'emails').reverse() },
    }),
  }),
})
