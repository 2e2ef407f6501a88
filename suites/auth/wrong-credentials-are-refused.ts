import { defineCheck, get } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'auth/wrong-credentials-are-refused',
  title: 'Credentials that nobody issued are refused with 401',
  proves: ['RFC7644-2-04', 'RFC7644-3.12-11'],
  needs: { features: ['credentials'], resource: 'User' },
  breaks: 'Access for whoever asks: incident family W9.',

  async act({ send, shared }) {
    const user = await shared('User')
    return { own: await send(get(user.path)), refused: await send(get(user.path), { credentials: 'wrong' }) }
  },

  judge({ refused }, claim) {
    claim('RFC7644-2-04', refused).status(401, 403)
    claim('RFC7644-3.12-11', refused).status(401)
  },

  counterexample: ({ own }) => ({ own, refused: answering(own, { status: 200 }) }),
})
