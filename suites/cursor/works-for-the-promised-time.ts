import { bodyOf, defineCheck, idsIn } from '#check'
import { answering, sameJson, URN } from '#scim'
import { firstPage } from './walk.part.ts'

/** Less than this may be over before the cursor can be used again. */
const LONG_ENOUGH = 10

export default defineCheck({
  id: 'cursor/works-for-the-promised-time',
  title: 'A cursor can be used again within cursorTimeout',
  proves: ['RFC9865-4-08'],
  needs: { features: ['cursor', 'filter'], resource: 'User' },
  breaks: 'A client that lost the answer to a page cannot ask for it again',

  async act(act) {
    const seconds = act.facts.limits.cursorTimeout
    if (seconds === undefined || seconds < LONG_ENOUGH)
      act.notOffered('the target promises no cursorTimeout, or one too short to try')
    const { ask, next } = await firstPage(act)
    return { once: await act.send(ask(next)), again: await act.send(ask(next)) }
  },

  judge({ once, again }, claim) {
    const [expected, actual] = [idsIn(once).sort(), idsIn(again).sort()]
    claim('RFC9865-4-08', again)
      .status(200)
      .holds(sameJson(actual, expected), { what: 'ids on the page', expected, actual })
  },

  counterexample: ({ once, again }) => ({
    once,
    again: answering(again, {
      status: 400,
      body: { ...bodyOf(again), schemas: [URN.error], status: '400', scimType: 'expiredCursor' },
    }),
  }),
})
