import { bodyOf, defineCheck, get } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'okta/refusal-in-words',
  title: 'Wrong credentials give a 401 that says why in the form of SCIM',
  proves: ['okta/spec-11', 'okta/spec-11-body'],
  needs: { features: ['credentials'], resource: 'User' },

  async act({ send, endpoint }) {
    return { refused: await send(get(endpoint('User'), { count: 1 }), { credentials: 'wrong' }) }
  },

  judge({ refused }, claim) {
    claim('okta/spec-11', refused).status(401)
    claim('okta/spec-11-body', refused).errorBody().has('/detail')
  },

  counterexample: ({ refused }) => {
    const { detail: _, ...body } = bodyOf(refused) ?? {}
    return { refused: answering(refused, { status: 403, body }) }
  },
})
