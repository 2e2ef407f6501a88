import { defineCheck, get, reading } from '#check'
import { answering, header } from '#scim'

export default defineCheck({
  id: 'read/accept-anything',
  title: 'Without a wish for a format the answer is application/scim+json',
  proves: ['RFC7644-3.8-08'],
  needs: { resource: 'User' },

  async act({ given, send }) {
    const user = await given('User')
    return { read: await send({ ...get(user.path), headers: { accept: '*/*' } }) }
  },

  judge({ read }, claim) {
    const type = header(read, 'content-type')
    const essence = type?.split(';', 1)[0]?.trim().toLowerCase()
    const plain = essence === 'application/json'
    claim('RFC7644-3.8-08', read)
      .status(200)
      .holds(plain || essence === 'application/scim+json', {
        what: 'header content-type',
        expected: 'application/scim+json',
        actual: type,
        ...(plain ? { reading: reading('AMB-032/application-json', type).reading } : {}),
      })
  },

  counterexample: ({ read }) => ({
    read: answering(read, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  }),
})
