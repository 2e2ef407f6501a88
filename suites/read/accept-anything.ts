import { defineCheck, get } from '#check'
import { answering } from '#scim'
import { isScimJson } from './answered-type.part.ts'

export default defineCheck({
  id: 'read/accept-anything',
  title: 'Without a wish for a format the answer is application/scim+json',
  proves: ['RFC7644-3.8-08'],
  needs: { resource: 'User' },
  breaks:
    'Rails app: requests without the right Accept were answered 406 (MicrosoftDocs/azure-docs#94189). Cost: provisioning blocked.',

  async act({ shared, send }) {
    const user = await shared('User')
    return { read: await send({ ...get(user.path), headers: { accept: '*/*' } }) }
  },

  judge({ read }, claim) {
    claim('RFC7644-3.8-08', read)
      .status(200)
      .holds(...isScimJson(read))
  },

  counterexample: ({ read }) => ({
    read: answering(read, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  }),
})
