import { defineCheck, get, patch } from '#check'
import { MANAGER, managerIsGone } from './manager.part.ts'

export default defineCheck({
  id: 'entra/manager-is-emptied',
  title: 'A manager that is replaced by an empty text is gone',
  proves: ['entra/validator-12-empty'],
  needs: { features: ['patch'], resource: 'User', attributes: [`${MANAGER}.value`] },
  breaks: "Microsoft's tests take a manager away by an empty text, in two forms that changed over time",

  each: () => [
    { name: 'text', value: '' },
    { name: 'object', value: { value: '' } },
  ],

  async act({ of, given, shared, send }) {
    const manager = await shared('User')
    const user = await given('User')
    await send(patch(user.path, { op: 'add', path: MANAGER, value: { value: manager.id } }))
    const before = await send(get(user.path))
    const emptied = await send(patch(user.path, { op: 'replace', path: MANAGER, value: of.value ?? null }))
    return { before, emptied, after: await send(get(user.path)) }
  },

  judge({ emptied, after }, claim) {
    claim('entra/validator-12-empty', emptied).status(200, 204)
    claim('entra/validator-12-empty', after)
      .status(200)
      .holds(...managerIsGone(after))
  },

  counterexample: ({ before, emptied }) => ({ before, emptied, after: before }),
})
