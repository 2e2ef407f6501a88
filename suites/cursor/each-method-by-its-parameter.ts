import { bodyOf, defineCheck } from '#check'
import { answering } from '#scim'
import { pagedUsers } from './walk.part.ts'

export default defineCheck({
  id: 'cursor/each-method-by-its-parameter',
  title: 'startIndex asks for paging by index, cursor for paging by cursor',
  proves: ['RFC9865-2.4-01'],
  needs: { features: ['cursor', 'index', 'filter'], resource: 'User' },

  async act(act) {
    const { ask, list } = await pagedUsers(act)
    return {
      byIndex: await act.send(list({ startIndex: 2, count: 1 })),
      byCursor: await act.send(ask('', { count: 1 })),
      byBoth: await act.send(ask('', { startIndex: 1, count: 1 })),
    }
  },

  judge({ byIndex, byCursor, byBoth }, claim) {
    claim('RFC9865-2.4-01', byIndex).status(200).has('/startIndex', 2)
    claim('RFC9865-2.4-01', byCursor).status(200).has('/nextCursor')
    // AMBIGUOUS: AMB-111: nothing is said of both at once.
    claim('RFC9865-2.4-01', byBoth).status(200, 400)
  },

  counterexample: ({ byIndex, byCursor, byBoth }) => ({
    byIndex,
    byCursor: answering(byCursor, { body: bodyOf(byIndex) ?? {} }),
    byBoth,
  }),
})
