import { defineCheck, get, patch } from '#check'
import { MANAGER, managerIs, managerIsGone, managerSent } from './manager.part.ts'

export default defineCheck({
  id: 'entra/manager-comes-changes-and-goes',
  title: 'PATCH gives a user a manager, another one, and none',
  proves: ['entra/validator-10', 'entra/validator-11', 'entra/validator-12'],
  needs: { features: ['patch'], resource: 'User', attributes: [`${MANAGER}.value`] },
  breaks: 'A leaver stays the manager of the people whom the directory has given to somebody else',

  async act({ given, shared, sharedMark, address, send }) {
    // To be a manager changes nothing about the manager.
    const chiefs = [await shared('User'), await shared('User', { userName: address(sharedMark('leder')) })]
    const user = await given('User')
    const [first, second] = chiefs.map(({ id }) =>
      patch(user.path, { op: 'add', path: MANAGER, value: { value: id } }),
    )
    const read = () => send(get(user.path))
    const added = await send(first as ReturnType<typeof patch>)
    const one = await read()
    const replaced = await send(second as ReturnType<typeof patch>)
    const other = await read()
    const removed = await send(patch(user.path, { op: 'remove', path: MANAGER }))
    return { added, one, replaced, other, removed, none: await read() }
  },

  judge({ added, one, replaced, other, removed, none }, claim) {
    claim('entra/validator-10', added).status(200, 204)
    claim('entra/validator-10', one).holds(...managerIs(one, managerSent(added)))
    claim('entra/validator-11', replaced).status(200, 204)
    claim('entra/validator-11', other).holds(...managerIs(other, managerSent(replaced)))
    claim('entra/validator-12', removed).status(200, 204)
    claim('entra/validator-12', none).holds(...managerIsGone(none))
  },

  counterexample: ({ one, other, none, ...seen }) => ({ ...seen, one: none, other: one, none: other }),
})
