import { defineCheck, get } from '#check'
import { answering } from '#scim'
import { isScimJson } from './answered-type.part.ts'

export default defineCheck({
  id: 'read/accept-scim-json',
  title: 'Accept: application/scim+json is answered in this type',
  proves: ['RFC7644-3.8-06'],
  needs: { resource: 'User' },
  breaks:
    'FusionAuth: the media type of answers was misspelt (FusionAuth/fusionauth-issues#1769). Cost: provisioning blocked.',

  each: () => [
    { name: 'alone', accept: 'application/scim+json' },
    { name: 'with a fallback', accept: 'application/scim+json, application/json;q=0.9, */*;q=0.1' },
  ],

  async act({ of, shared, send }) {
    const user = await shared('User')
    return { read: await send({ ...get(user.path), headers: { accept: String(of.accept) } }) }
  },

  judge({ read }, claim) {
    claim('RFC7644-3.8-06', read)
      .status(200)
      .holds(...isScimJson(read))
  },

  counterexample: ({ read }) => ({ read: answering(read, { status: 406, body: undefined }) }),
})
