import { bodyOf, defineCheck, get, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'create/inactive-user-is-kept-inactive',
  title: 'active false in a create is kept as the boolean false',
  proves: ['RFC7643-2.3.2-01', 'RFC7643-4.1.1-19'],
  needs: { resource: 'User', attributes: ['active'] },
  breaks: 'Better Auth ignored active on create (better-auth/better-auth#10242). Cost: access not revoked.',

  async act({ shared, send }) {
    const user = await shared('User', { active: false })
    return { read: await send(get(user.path)) }
  },

  judge({ read }, claim) {
    const hidden = reading('AMB-031/inactive-hidden', 404)
    for (const id of ['RFC7643-2.3.2-01', 'RFC7643-4.1.1-19'] as const) {
      claim(id, read).status(200, hidden)
      if (read.response?.status !== 404) claim(id, read).has('/active', false)
    }
  },

  counterexample: ({ read }) => ({
    read: answering(read, { body: { ...bodyOf(read), active: 'False' } }),
  }),
})
