import { bodyOf, defineCheck, get } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'entra/credentials-count',
  title: 'A request with the credentials works, one with others gives 401',
  proves: ['entra/logic-credentials'],
  needs: { features: ['credentials'], resource: 'User' },
  breaks: 'Entra tells by the 401 that a token has run out; a target that takes any token lets everybody in',

  async act({ send, endpoint }) {
    const list = get(endpoint('User'), { count: 1 })
    return { own: await send(list), wrong: await send(list, { credentials: 'wrong' }) }
  },

  judge({ own, wrong }, claim) {
    claim('entra/logic-credentials', own).status(200)
    claim('entra/logic-credentials', wrong).status(401)
  },

  counterexample: ({ own, wrong }) => ({
    own,
    wrong: answering(wrong, { status: 200, body: bodyOf(own) ?? {} }),
  }),
})
