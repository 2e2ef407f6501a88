import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'plek/accounts-go-off-and-on',
  title: 'active switches an account off and on, and it stays readable',
  proves: ['plek/PL-09', 'plek/PL-10'],
  needs: { features: ['patch'], resource: 'User', attributes: ['active'] },
  breaks:
    'Who has left keeps access; who comes back does not get it; Flagsmith: deactivated users could not be read any more, so nobody could reactivate them (Flagsmith/flagsmith#8368). Cost: provisioning blocked.',

  async act({ given, send }) {
    const user = await given('User', { active: true })
    const set = (value: boolean) => send(patch(user.path, { op: 'replace', path: 'active', value }))
    const off = await set(false)
    const afterOff = await send(get(user.path))
    const on = await set(true)
    return { off, afterOff, on, afterOn: await send(get(user.path)) }
  },

  judge({ off, afterOff, on, afterOn }, claim) {
    claim('plek/PL-09', off).succeeds()
    claim('plek/PL-10', afterOff).status(200).has('/active', false)
    claim('plek/PL-09', on).succeeds()
    claim('plek/PL-09', afterOn).has('/active', true)
  },

  counterexample: ({ afterOff, afterOn, ...seen }) => ({
    ...seen,
    afterOff: answering(afterOff, { status: 404 }),
    afterOn: answering(afterOn, { body: { ...bodyOf(afterOn), active: false } }),
  }),
})
