import { bodyOf, defineCheck, elementsOf } from '#check'
import { answering, type Json, type JsonObject, member } from '#scim'
import { multiples, readFullUser } from './full-user.part.ts'

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

  each: multiples,

  async act(act) {
    const { read } = await readFullUser(act, { [act.of.name]: [act.of.element ?? null] })
    return { read }
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
