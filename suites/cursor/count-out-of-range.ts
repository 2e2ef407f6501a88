import { bodyOf, defineCheck, resourcesIn } from '#check'
import { answering, URN } from '#scim'
import { COUNT, firstPage } from './walk.part.ts'

export default defineCheck({
  id: 'cursor/count-out-of-range',
  title: 'A count that is too large, changed or no number is cut or refused',
  proves: ['RFC9865-2.1-01', 'RFC9865-2.1-05', 'RFC9865-2-06'],
  needs: { features: ['cursor', 'filter'], resource: 'User' },

  async act(act) {
    const { ask, next } = await firstPage(act)
    return {
      huge: await act.send(ask('', { count: 1_000_000 })),
      changed: await act.send(ask(next, { count: COUNT - 1 })),
      text: await act.send(ask('', { count: 'abc' })),
    }
  },

  judge({ huge, changed, text }, claim) {
    // AMBIGUOUS: AMB-106 and AMB-082: each may be served as well as refused.
    for (const page of [huge, changed, text]) {
      claim('RFC9865-2.1-01', page).status(200, 400)
      if (page.response?.status === 400) {
        claim('RFC9865-2.1-01', page).errorBody()
        claim('RFC9865-2.1-05', page).scimType('invalidCount', 'invalidValue', 'invalidCursor')
      } else claim('RFC9865-2.1-05', page).status(200, 400)
    }
    const [most, actual] = [COUNT - 1, resourcesIn(changed).length]
    const detail = { what: 'number of Resources', expected: `at most ${most}`, actual }
    claim('RFC9865-2-06', changed).holds(actual <= most, detail)
  },

  counterexample: ({ huge, changed, text }) => {
    const broken = answering(text, { status: 500, body: { schemas: [URN.error], status: '500' } })
    const both = { ...bodyOf(huge), Resources: [{ id: 'a' }, { id: 'b' }] }
    return { huge, changed: answering(changed, { status: 200, body: both }), text: broken }
  },
})
