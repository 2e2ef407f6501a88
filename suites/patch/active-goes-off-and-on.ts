import { bodyOf, defineCheck, escapeToken, get, idsIn, patch, reading, sameState } from '#check'
import { answering, type Exchange, URN } from '#scim'
import { assignedIn } from './values.part.ts'

/** What the PATCH does not name. */
const rest = (exchange: Exchange) => assignedIn(exchange).filter(([name]) => name !== 'active')

export default defineCheck({
  id: 'patch/active-goes-off-and-on',
  title: 'PATCH switches active off and on again',
  proves: ['RFC7643-4.1.1-19', 'RFC7644-3.5.2.3-02'],
  needs: { features: ['patch'], resource: 'User', attributes: ['active'] },
  breaks:
    'Withdrawing access is this PATCH; acknowledged and not done, leavers keep theirs (NorthlandPositronics/Cogtrix#122). Scimitar: it took the roles away as well (pond/scimitar#6); Fleet: reactivation was refused (fleetdm/fleet#53446). Cost: access not revoked, data lost, provisioning blocked.',

  async act({ endpoint, eventually, facts, given, send }) {
    const user = await given('User', { active: true })
    const before = await send(get(user.path))
    const off = await send(patch(user.path, { op: 'replace', path: 'active', value: false }))
    const afterOff = await send(get(user.path))
    const found: Exchange[] = []
    if (facts.features.filter.offered) {
      const filter = `userName eq ${JSON.stringify(user.sent.userName)} and active eq true`
      found.push(await eventually(get(endpoint('User'), { filter }), (seen) => idsIn(seen).length === 0))
    }
    const on = await send(patch(user.path, { op: 'replace', path: 'active', value: true }))
    return { before, off, afterOff, found, on, afterOn: await send(get(user.path)) }
  },

  judge({ before, off, afterOff, found, on, afterOn }, claim) {
    claim('RFC7643-4.1.1-19', off).succeeds()
    const seen = claim('RFC7643-4.1.1-19', afterOff).status(200, reading('AMB-031/inactive-hidden', 404))
    if (afterOff.response?.status !== 404) {
      seen.has('/active', false)
      claim('RFC7644-3.5.2.3-02', afterOff).has('/active', false)
    }
    // Whether such a filter is understood is for others to say.
    for (const list of found.filter(({ response }) => response?.status === 200)) {
      const actual = idsIn(list)
      const detail = { what: 'active users of this name', expected: [], actual }
      claim('RFC7644-3.5.2.3-02', list).holds(actual.length === 0, detail)
    }
    claim('RFC7643-4.1.1-19', on).succeeds()
    claim('RFC7643-4.1.1-19', afterOn).has('/active', true)
    claim('RFC7644-3.5.2.3-02', afterOn).has('/active', true)
    const now = new Map(rest(afterOn))
    for (const [name, expected] of rest(before)) {
      const actual = now.get(name)
      const pointer = `/${escapeToken(name)}`
      claim('RFC7644-3.5.2.3-02', afterOn).holds(sameState(actual, expected), { expected, actual, pointer })
    }
  },

  counterexample: ({ afterOff, found, ...seen }) => {
    const list = { schemas: [URN.listResponse], totalResults: 1, Resources: [{ id: 'x' }] }
    return [
      { ...seen, found, afterOff: answering(afterOff, { body: { ...bodyOf(afterOff), active: true } }) },
      { ...seen, afterOff, found: found.map((one) => answering(one, { body: list })) },
    ]
  },
})
