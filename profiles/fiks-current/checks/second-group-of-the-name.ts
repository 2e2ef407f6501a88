import { createdId, defineCheck, get, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/second-group-of-the-name',
  title: 'A second group of a name is refused or a group of its own',
  proves: ['fiks/F-51-second'],
  needs: { resource: 'Group' },
  breaks: 'Administrators: two groups that are one on the screen give a role to the wrong people.',

  async act({ given, draft, endpoint, send }) {
    const group = await given('Group')
    const body = draft('Group', { displayName: group.sent.displayName ?? null })
    const second = await send({ method: 'POST', path: endpoint('Group'), body })
    return { first: group.created, second, after: await send(get(group.path)) }
  },

  judge({ first, second, after }, claim) {
    const [id, actual] = [createdId(first), createdId(second)]
    const detail = { what: 'id', expected: `anything but ${id}`, actual }
    claim('fiks/F-51-second', second)
      .status(201, 400, 409, reading('AMB-036/422', 422))
      .holds(actual === null || actual !== id, detail)
    claim('fiks/F-51-second', after).status(200)
  },

  counterexample: ({ first, second, after }) => ({
    first,
    second: answering(second, { status: 201, body: { id: createdId(first) } }),
    after,
  }),
})
