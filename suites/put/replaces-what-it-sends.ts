import { bodyOf, defineCheck, get, pointTo, reading } from '#check'
import { answering } from '#scim'

const NAME = { givenName: 'Mons', familyName: 'Bytt', formatted: 'Mons Bytt' }

export default defineCheck({
  id: 'put/replaces-what-it-sends',
  title: 'PUT answers 200 and stores the values that it sends',
  proves: ['RFC7643-4.1.1-19', 'RFC7644-3.5-01', 'RFC7644-3.5.1-04', 'RFC7644-3.5.1-15'],
  needs: { features: ['put'], resource: 'User', attributes: ['displayName', 'active', 'name.givenName'] },
  breaks:
    'Coder: a suspended user assigned again stayed suspended (coder/coder#8916); Coder: there was no PUT, which the provider deactivates with (coder/coder#15828); OpenTranscribe: A PUT never cleared anything (attevon-llc/OpenTranscribe#582). Cost: access not revoked, wrong access, provisioning blocked.',

  async act({ given, mark, send }) {
    const user = await given('User')
    const body = { ...user.sent, displayName: mark('Mons'), active: false, name: { ...NAME } }
    const put = await send({ method: 'PUT', path: user.path, body })
    const read = await send(get(user.path))
    await send({ method: 'PUT', path: user.path, body: { ...body, active: true } })
    return { put, read, back: await send(get(user.path)) }
  },

  judge({ put, read, back }, claim) {
    const noBody = reading('AMB-044/204', 204)
    claim('RFC7644-3.5-01', put).status(200, noBody)
    claim('RFC7644-3.5.1-15', put).status(200, noBody)
    if (put.response?.status === 200) claim('RFC7644-3.5.1-15', put).has('/id').has('/meta').has('/userName')
    const hidden = reading('AMB-031/inactive-hidden', 404)
    claim('RFC7643-4.1.1-19', read).status(200, hidden)
    if (read.response?.status === 404) {
      claim('RFC7644-3.5.1-04', read).status(hidden)
      return
    }
    claim('RFC7643-4.1.1-19', back).status(200).has('/active', true)
    claim('RFC7644-3.5.1-04', read).status(200).has('/active', false)
    const plain = (value: unknown) => String(value).toLowerCase()
    for (const pointer of ['/displayName', '/name/givenName', '/name/familyName']) {
      const expected = pointTo(put.request.body, pointer) ?? null
      const actual = pointTo(bodyOf(read), pointer)
      // Of a name, the formatted form alone is enough (RFC 7643 section 4.1.1).
      const excused = pointer.startsWith('/name/') && actual === undefined
      claim('RFC7644-3.5.1-04', read).holds(excused || plain(actual) === plain(expected), {
        expected,
        actual,
        pointer,
      })
    }
  },

  counterexample: ({ put, read, back }) => [
    { put: answering(put, { status: 405, body: undefined }), read, back },
    {
      put,
      read: answering(read, { body: { ...bodyOf(read), active: true, displayName: 'as before' } }),
      back: answering(back, { body: { ...bodyOf(back), active: false } }),
    },
  ],
})
