import { defineCheck, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'create/user-name-is-required',
  title: 'A new User without a userName is refused with 400',
  proves: ['RFC7643-4.1.1-01', 'RFC7643-4.1.1-03', 'RFC7644-3.12-10'],
  needs: { resource: 'User' },
  breaks:
    'Fleet: a missing required attribute came out as 500 and was retried for ever (fleetdm/fleet#40260). Cost: provisioning blocked.',

  each: () => [{ name: 'missing' }, { name: 'null', userName: null }, { name: 'empty', userName: '' }],

  async act({ of, draft, endpoint, send }) {
    const { userName: _, ...body } = draft('User')
    const sent = of.userName === undefined ? body : { ...body, userName: of.userName }
    return { refused: await send({ method: 'POST', path: endpoint('User'), body: sent }) }
  },

  judge({ refused }, claim) {
    const status = refused.response?.status ?? 0
    const detail = { what: 'status', expected: '4xx', actual: status }
    claim('RFC7643-4.1.1-01', refused).holds(status >= 400 && status < 500, detail)
    claim('RFC7643-4.1.1-03', refused).holds(status >= 400 && status < 500, detail)
    claim('RFC7644-3.12-10', refused).status(400, reading('AMB-036/422', 422))
  },

  counterexample: ({ refused }) => ({ refused: answering(refused, { status: 201, body: { id: '1' } }) }),
})
