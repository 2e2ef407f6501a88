import { defineCheck, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'put/old-user-name-is-free-after-renaming',
  title: 'After a rename the old userName is free and the new one taken',
  proves: ['RFC7643-4.1.1-02', 'RFC7644-3.3-07', 'RFC7644-3.3-10'],
  needs: { features: ['put'], resource: 'User' },
  breaks:
    'Ory Polis: after a rename nobody could take the old name, the index still had it (ory/polis#3559). Cost: provisioning blocked.',

  async act({ address, given, draft, endpoint, person, send, blocked }) {
    const user = await given('User')
    const [old, now] = [user.sent.userName ?? null, address(person().key)]
    const put = await send({ method: 'PUT', path: user.path, body: { ...user.sent, userName: now } })
    if ((put.response?.status ?? 500) >= 300) blocked('the User could not be renamed')
    const post = (userName: typeof old) =>
      send({ method: 'POST', path: endpoint('User'), body: draft('User', { userName }) })
    return { taken: await post(now), free: await post(old) }
  },

  judge({ taken, free }, claim) {
    const status = taken.response?.status ?? 0
    claim('RFC7643-4.1.1-02', taken).holds(status >= 400 && status < 500, {
      what: 'status',
      expected: 'a refusal',
      actual: status,
    })
    claim('RFC7644-3.3-10', taken).status(409, reading('AMB-037/400', 400)).scimType('uniqueness')
    claim('RFC7644-3.3-07', free).succeeds()
  },

  counterexample: ({ taken, free }) => ({
    taken: answering(taken, { status: 201, body: { id: '2' } }),
    free: answering(free, { status: 409, body: { scimType: 'uniqueness' } }),
  }),
})
