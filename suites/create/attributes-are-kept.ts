import { bodyOf, defineCheck, get } from '#check'
import { answering, type Json, member, URN } from '#scim'

/** Only what each document or vendor agrees on; phone numbers, e-mail addresses and ims may be canonicalised. */
const SAMPLES: Readonly<Record<string, Json>> = {
  displayName: 'Kari Nordmann',
  nickName: 'Kari',
  profileUrl: 'https://scim-test.example/kari',
  title: 'Sykepleier',
  userType: 'Employee',
  preferredLanguage: 'nb-NO',
  locale: 'nb-NO',
  timezone: 'Europe/Oslo',
  active: true,
}

const plain = (value: Json | undefined) => (typeof value === 'string' ? value.toLowerCase() : value)

export default defineCheck({
  id: 'create/attributes-are-kept',
  title: 'A single-valued attribute of a new User is stored and returned',
  proves: ['RFC7643-7-36', 'RFC7644-3.4-02'],
  needs: { resource: 'User' },

  each: ({ schemas }) => {
    const core = schemas.find(({ id }) => id === URN.user)?.attributes ?? []
    const open = core.filter(
      ({ mutability, returned }) => mutability === 'readWrite' && ['default', 'always'].includes(returned),
    )
    return open.flatMap(({ name }) =>
      Object.hasOwn(SAMPLES, name) ? [{ name, value: SAMPLES[name] ?? null }] : [],
    )
  },

  async act({ of, given, send }) {
    const user = await given('User', { [of.name]: of.value ?? null })
    return { read: await send(get(user.path)) }
  },

  judge({ read }, claim, { of }) {
    const actual = member(read.response?.body, of.name)
    const detail = { expected: of.value ?? null, actual, pointer: `/${of.name}` }
    claim('RFC7643-7-36', read).status(200).has(`/${of.name}`)
    // caseExact is false unless published otherwise, and then the letter case is the target's.
    claim('RFC7644-3.4-02', read).holds(plain(actual) === plain(of.value), detail)
  },

  counterexample: ({ read }, { of }) => ({
    read: answering(read, { body: { ...bodyOf(read), [of.name]: null } }),
  }),
})
