import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'auth/announced-credentials-are-demanded',
  title: 'A service that announces how to authenticate demands it',
  proves: ['RFC7644-3.12-11', 'RFC7644-2-08'],
  needs: { features: ['serviceProviderConfig'], resource: 'User' },
  breaks: 'Access for whoever asks: incident family W9.',
  each: () => [{ name: 'none' }, { name: 'wrong' }],

  async act({ facts, notOffered, of, send, shared }) {
    if (facts.certificateOnly)
      notOffered('the client certificate is the only credential, and goes with every request')
    const user = await shared('User')
    const credentials = of.name === 'none' ? 'none' : 'wrong'
    const config = await send(get('/ServiceProviderConfig'))
    return { config, read: await send(get(user.path), { credentials }) }
  },

  judge({ config, read }, claim) {
    // A service that announces nothing can be meant to be open, in a closed network.
    const isOpen = elementsOf(bodyOf(config), 'authenticationSchemes').length === 0
    const actual = read.response?.status
    const refused = actual === 401 || actual === 403
    const detail = { what: 'status', expected: [401, 403], actual }
    claim('RFC7644-2-08', read).holds(isOpen || refused, detail)
    claim('RFC7644-3.12-11', read).holds(isOpen || actual === 401, { ...detail, expected: 401 })
  },

  counterexample: ({ config, read }) => ({ config, read: answering(read, { status: 200 }) }),
})
