import { defineCheck, get, patch } from '#check'
import { MANAGER, managerIs, managerSent } from './manager.part.ts'

export default defineCheck({
  id: 'entra/manager-as-text',
  title: 'A manager given as a bare id is taken, and so is the next one',
  proves: ['entra/validator-10-text', 'entra/validator-11-text'],
  needs: { features: ['patch'], resource: 'User', attributes: [`${MANAGER}.value`] },
  breaks:
    'Entra sends the manager as a text, and so does Microsoft’s validator; SCIMServer learnt it from a failed run',

  async act({ given, shared, sharedMark, address, send }) {
    const one = await shared('User')
    const other = await shared('User', { userName: address(sharedMark('leder')) })
    const user = await given('User')
    const add = (id: string) => send(patch(user.path, { op: 'add', path: MANAGER, value: id }))
    const added = await add(one.id)
    const first = await send(get(user.path))
    const replaced = await add(other.id)
    return { added, first, replaced, second: await send(get(user.path)) }
  },

  judge({ added, first, replaced, second }, claim) {
    claim('entra/validator-10-text', added).status(200, 204)
    claim('entra/validator-10-text', first).holds(...managerIs(first, managerSent(added)))
    claim('entra/validator-11-text', replaced).status(200, 204)
    claim('entra/validator-11-text', second).holds(...managerIs(second, managerSent(replaced)))
  },

  counterexample: ({ first, second, ...seen }) => ({ ...seen, first: second, second: first }),
})
