import { bodyOf, createdId, defineCheck, get, idsIn } from '#check'
import { answering } from '#scim'
import { COUNT, firstPage, withCursor } from './walk.part.ts'

export default defineCheck({
  id: 'cursor/cursor-of-another-query',
  title: 'A cursor used with another query shows nobody who is not asked for',
  proves: ['RFC9865-2-16'],
  needs: { features: ['cursor', 'filter'], resource: ['User', 'Group'] },

  async act(act) {
    const { made, first, next } = await firstPage(act)
    const path = get(act.endpoint('Group'), { count: COUNT }).path
    const nobody = get(act.endpoint('User'), { filter: `userName eq "${act.mark('nobody')}"`, count: COUNT })
    return {
      made,
      first,
      groups: await act.send({ method: 'GET', path: withCursor(path, next) }),
      others: await act.send({ ...nobody, path: withCursor(nobody.path, next) }),
    }
  },

  judge({ made, groups, others }, claim) {
    const users = made.map(createdId)
    const strangers = idsIn(groups).filter((id) => users.includes(id))
    // What comes of it is not laid down: refused, or taken for one query or the other.
    for (const answer of [groups, others]) {
      const status = answer.response?.status ?? 0
      const fits = status === 200 || (status >= 400 && status < 500)
      claim('RFC9865-2-16', answer).holds(fits, { what: 'status', expected: '200 or 4xx', actual: status })
    }
    const none = { what: 'users among the groups', expected: [], actual: strangers }
    claim('RFC9865-2-16', groups).holds(strangers.length === 0, none)
  },

  counterexample: (seen) => {
    const { first, groups } = seen
    return { ...seen, groups: answering(groups, { status: 200, body: bodyOf(first) ?? {} }) }
  },
})
