import { defineCheck, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'create/group-display-name-is-required',
  title: 'A new Group without a displayName is refused with 400',
  proves: ['RFC7643-4.2-01', 'RFC7644-3.12-10'],
  needs: { resource: 'Group' },

  each: () => [{ name: 'missing' }, { name: 'null', displayName: null }, { name: 'empty', displayName: '' }],

  async act({ of, draft, endpoint, send }) {
    const { displayName: _, ...body } = draft('Group')
    const sent = of.displayName === undefined ? body : { ...body, displayName: of.displayName }
    return { refused: await send({ method: 'POST', path: endpoint('Group'), body: sent }) }
  },

  judge({ refused }, claim) {
    const status = refused.response?.status ?? 0
    claim('RFC7643-4.2-01', refused).holds(status >= 400 && status < 500, {
      what: 'status',
      expected: '4xx',
      actual: status,
    })
    claim('RFC7644-3.12-10', refused).status(400, reading('AMB-036/422', 422))
  },

  counterexample: ({ refused }) => ({ refused: answering(refused, { status: 201, body: { id: '1' } }) }),
})
