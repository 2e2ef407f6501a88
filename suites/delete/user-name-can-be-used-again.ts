import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'
import { deletedId, deleteUser } from './deletion.part.ts'

export default defineCheck({
  id: 'delete/user-name-can-be-used-again',
  title: 'A userName is free again after its User is deleted',
  proves: ['RFC7643-3.1-07', 'RFC7644-3.6-02', 'RFC7644-3.6-04', 'RFC7644-3.6-05'],
  needs: { resource: 'User' },
  breaks:
    'Better Auth: a returning employee could never be provisioned again (better-auth/better-auth#11111); Fleet: A user that was there before could not be made again (fleetdm/fleet#44275). Cost: provisioning blocked.',

  async act(act) {
    const { endpoint, send } = act
    const { user, gone } = await deleteUser(act)
    const again = await send({ method: 'POST', path: endpoint('User'), body: user.sent })
    // The new one does not answer under the old id, and is not hit by what is aimed at it.
    const old = await send(get(user.path))
    const id = member(bodyOf(again), 'id')
    const path = `${endpoint('User')}/${encodeURIComponent(String(id))}`
    if (typeof id !== 'string' || path === user.path) return { gone, again, old, alive: [] }
    await send({ method: 'DELETE', path: user.path })
    return { gone, again, old, alive: [await send(get(path))] }
  },

  judge({ gone, again, old: before, alive }, claim) {
    const old = deletedId(gone)
    claim('RFC7644-3.6-02', before).status(404)
    for (const exchange of alive) claim('RFC7643-3.1-07', exchange).status(200)
    const id = member(bodyOf(again), 'id')
    claim('RFC7644-3.6-04', again).succeeds()
    claim('RFC7644-3.6-05', again).succeeds()
    claim('RFC7643-3.1-07', again).holds(typeof id !== 'string' || encodeURIComponent(id) !== old, {
      expected: `an id other than ${old}`,
      actual: id,
      pointer: '/id',
    })
  },

  counterexample: ({ gone, again, old, alive }) => {
    const id = decodeURIComponent(deletedId(gone))
    const refused = answering(again, { status: 409, body: { scimType: 'uniqueness' } })
    return [
      { gone, again: refused, old, alive },
      { gone, again: answering(again, { body: { ...bodyOf(again), id } }), old, alive },
      { gone, again, old: answering(old, { status: 200, body: bodyOf(again) }), alive },
      { gone, again, old, alive: alive.map((one) => answering(one, { status: 404 })) },
    ]
  },
})
