import { defineCheck, get, reading } from '#check'
import { answering, header } from '#scim'

export default defineCheck({
  id: 'read/accept-scim-json',
  title: 'Accept: application/scim+json is answered in this type',
  proves: ['RFC7644-3.8-06'],
  needs: { resource: 'User' },

  each: () => [
    { name: 'alone', accept: 'application/scim+json' },
    { name: 'with a fallback', accept: 'application/scim+json, application/json;q=0.9, */*;q=0.1' },
  ],

  async act({ of, given, send }) {
    const user = await given('User')
    return { read: await send({ ...get(user.path), headers: { accept: String(of.accept) } }) }
  },

  judge({ read }, claim) {
    const type = header(read, 'content-type')
    const essence = type?.split(';', 1)[0]?.trim().toLowerCase()
    const plain = essence === 'application/json'
    claim('RFC7644-3.8-06', read)
      .status(200)
      .holds(plain || essence === 'application/scim+json', {
        what: 'header content-type',
        expected: 'application/scim+json',
        actual: type,
        ...(plain ? { reading: reading('AMB-032/application-json', type).reading } : {}),
      })
  },

  counterexample: ({ read }) => ({ read: answering(read, { status: 406, body: undefined }) }),
})
