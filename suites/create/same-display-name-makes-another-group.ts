import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'create/same-display-name-makes-another-group',
  title: 'A new Group never takes over one of the same displayName',
  proves: ['RFC7643-3.1-06', 'RFC7643-3.1-07'],
  needs: { resource: 'Group' },
  breaks:
    'Snipe-IT: three Entra groups collapsed into one, at one site the admin group (grokability/snipe-it#19493). Cost: wrong access.',

  async act({ given, draft, endpoint, send }) {
    const first = await given('Group')
    const before = await send(get(first.path))
    const body = draft('Group', { displayName: first.sent.displayName ?? null })
    const second = await send({ method: 'POST', path: endpoint('Group'), body })
    return { before, second, after: await send(get(first.path)) }
  },

  judge({ before, second, after }, claim) {
    const id = member(before.response?.body, 'id')
    const other = member(second.response?.body, 'id')
    claim('RFC7643-3.1-06', second)
      .status(200, 201, 400, 409)
      .holds(other === undefined || other !== id, { expected: 'a new id', actual: other, pointer: '/id' })
    const kept = claim('RFC7643-3.1-07', after).status(200)
    for (const name of ['id', 'externalId', 'displayName']) {
      const old = member(before.response?.body, name)
      if (old !== undefined && old !== null) kept.has(`/${name}`, old)
    }
  },

  counterexample: ({ before, second, after }) => ({
    before,
    second: answering(second, { body: { ...bodyOf(second), id: member(bodyOf(before), 'id') ?? null } }),
    after: answering(after, { body: { ...bodyOf(after), externalId: 'taken over' } }),
  }),
})
