import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, type Json, type JsonObject, member, URN } from '#scim'

const SAMPLES: Readonly<Record<string, JsonObject>> = {
  emails: { value: 'kari.nordmann@scim-test.example', type: 'work' },
  phoneNumbers: { value: '+4701555001', type: 'work' },
  photos: { value: 'https://scim-test.example/kari.jpg', type: 'photo' },
  addresses: { streetAddress: 'Storgata 1\nOppgang B', locality: 'Tromsø', country: 'NO', type: 'work' },
  entitlements: { value: 'scim-test-entitlement' },
  roles: { value: 'scim-test-role' },
}

/** Spelling that a target may choose itself: letter case, blanks, the way a phone number is written. */
const plain = (value: Json | undefined, attribute: string) =>
  attribute === 'phoneNumbers' && /\d/.test(String(value))
    ? String(value).replace(/\D/g, '')
    : String(value).toLowerCase().replace(/\s+/g, ' ')

export default defineCheck({
  id: 'create/multi-valued-elements-are-kept',
  title: 'An element of a multi-valued attribute is stored and returned whole',
  proves: ['RFC7643-2.4-01', 'RFC7644-3.4-02'],
  needs: { resource: 'User' },
  breaks: 'laravel-scim-server lost e-mail addresses (limosa-io/laravel-scim-server#45)',

  each: ({ schemas }) => {
    const core = schemas.find(({ id }) => id === URN.user)?.attributes ?? []
    return core.flatMap(({ name, subAttributes }) => {
      const sample = Object.entries(SAMPLES[name] ?? {})
      const open = sample.filter(([sub]) =>
        subAttributes.some((one) => one.name === sub && one.mutability === 'readWrite'),
      )
      return open.length > 0 ? [{ name, element: Object.fromEntries(open) }] : []
    })
  },

  async act({ of, given, send }) {
    const user = await given('User', { [of.name]: [of.element ?? null] })
    return { read: await send(get(user.path)) }
  },

  judge({ read }, claim, { of }) {
    const actual = member(read.response?.body, of.name)
    const sent = Object.entries(of.element as JsonObject)
    const isKept = (element: Json) =>
      sent.every(([name, value]) => plain(member(element, name), of.name) === plain(value, of.name))
    const detail = { expected: [of.element ?? null], actual, pointer: `/${of.name}` }
    claim('RFC7643-2.4-01', read).status(200).holds(Array.isArray(actual), detail)
    claim('RFC7644-3.4-02', read).holds(elementsOf(bodyOf(read), of.name).some(isKept), detail)
  },

  counterexample: ({ read }, { of }) => ({
    read: answering(read, { body: { ...bodyOf(read), [of.name]: 'flattened' } }),
  }),
})
