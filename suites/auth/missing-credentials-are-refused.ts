import { defineCheck, get } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'auth/missing-credentials-are-refused',
  title: 'A request without credentials is refused with 401',
  proves: ['RFC7644-3.12-11', 'RFC7644-2-07', 'RFC7644-2-08'],
  needs: { features: ['credentials'], resource: 'User' },

  async act({ send, shared }) {
    const user = await shared('User')
    return { own: await send(get(user.path)), refused: await send(get(user.path), { credentials: 'none' }) }
  },

  judge({ refused }, claim) {
    const status = refused.response?.status
    const isRefusal = status === 401 || status === 403
    const detail = { what: 'status', expected: [401, 403], actual: status }
    claim('RFC7644-3.12-11', refused).status(401)
    claim('RFC7644-2-08', refused).holds(isRefusal, detail)
    // Only a 401 has to say how.
    const said = claim('RFC7644-2-07', refused).holds(isRefusal, detail)
    if (status === 401) said.header('www-authenticate', 'at least one scheme', (value) => value.trim() !== '')
  },

  counterexample: ({ own, refused }) => ({
    own,
    refused: answering(own, { headers: { 'www-authenticate': undefined }, body: refused.response?.body }),
  }),
})
