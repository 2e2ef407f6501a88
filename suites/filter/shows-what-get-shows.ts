import { bodyOf, defineCheck, get, resourcesIn, sameState, unlessRefused } from '#check'
import { answering, member } from '#scim'
import { listOf } from './answers.part.ts'
import { findable } from './findable.part.ts'

const COMPARED = ['id', 'userName', 'externalId', 'displayName', 'active', 'name', 'emails', 'title']

export default defineCheck({
  id: 'filter/shows-what-get-shows',
  title: 'A user in a filtered list looks as it does when read by id',
  proves: ['RFC7644-3.4-02'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'Entra: the hit of the filter serves as current state (oneuptime#2134, ENT-067)',

  async act(act) {
    const made = await act.shared('User', { title: 'Renholder' })
    const { list } = await findable(act, made)
    await unlessRefused(act, list)
    return { user: await act.send(get(made.path)), list }
  },

  judge({ user, list }, claim) {
    const [read, listed] = [bodyOf(user), resourcesIn(list)[0]]
    claim('RFC7644-3.4-02', list).has('/Resources/0')
    for (const name of COMPARED) {
      const [expected, actual] = [member(read, name), member(listed, name)]
      if (expected === undefined || expected === null) continue
      const pointer = `/Resources/0/${name}`
      claim('RFC7644-3.4-02', list).holds(sameState(actual, expected), { expected, actual, pointer })
    }
  },

  counterexample: ({ user, list }) => {
    const { id = '', userName = '' } = bodyOf(user) ?? {}
    return { user, list: answering(list, { body: listOf({ id, userName }) }) }
  },
})
