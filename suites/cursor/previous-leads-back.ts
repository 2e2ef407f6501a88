import { bodyOf, defineCheck, idsIn } from '#check'
import { answering } from '#scim'
import { firstPage, previousOf } from './walk.part.ts'

export default defineCheck({
  id: 'cursor/previous-leads-back',
  title: 'previousCursor leads back to the page before',
  proves: ['RFC9865-2-01'],
  needs: { features: ['cursor', 'filter'], resource: 'User' },

  async act(act) {
    const { ask, first, next } = await firstPage(act)
    const second = await act.send(ask(next))
    const back = previousOf(second) ?? act.notOffered('the target gives no previousCursor, which it need not')
    return { first, second, back: await act.send(ask(back)) }
  },

  judge({ first, back }, claim) {
    const [before, actual] = [idsIn(first), idsIn(back)]
    // A page may be shorter than count allows, so some of those before are enough.
    const fits = actual.length > 0 && actual.every((id) => before.includes(id))
    claim('RFC9865-2-01', back)
      .status(200)
      .holds(fits, { what: 'ids on the previous page', expected: before, actual })
  },

  counterexample: ({ first, second, back }) => ({
    first,
    second,
    back: answering(back, { body: bodyOf(second) ?? {} }),
  }),
})
