import { defineCheck, get, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'entra/deleted-twice',
  title: 'DELETE answers 204, then GET and another DELETE answer 404',
  proves: ['entra/validator-25', 'entra/preview-4', 'entra/preview-7'],
  needs: { resource: ['User', 'Group'] },
  breaks: 'A target that answers 204 to anything hides that a deletion never happened',

  async act({ given, send }) {
    const gone = async (resource: string) => {
      const { path } = await given(resource)
      const remove = { method: 'DELETE', path } as const
      return [await send(remove), await send(get(path)), await send(remove)]
    }
    return { users: await gone('User'), groups: await gone('Group') }
  },

  judge({ users, groups }, claim) {
    const [, , user] = users
    const [deleted, read, group] = groups
    if (deleted) claim('entra/validator-25', deleted).status(204, reading('AMB-095/200', 200))
    if (read) claim('entra/validator-25', read).status(404)
    if (user) claim('entra/preview-4', user).status(404)
    if (group) claim('entra/preview-7', group).status(404)
  },

  counterexample: ({ users, groups }) => {
    const succeeding = (all: typeof users) => all.map((one) => answering(one, { status: 202 }))
    return { users: succeeding(users), groups: succeeding(groups) }
  },
})
