import { defineCheck, reading } from '#check'
import { answering, type Json } from '#scim'

export default defineCheck({
  id: 'errors/group-name-is-demanded',
  title: 'A Group without a displayName is refused with 400',
  proves: ['RFC7643-4.2-01', 'RFC7644-3.12-10'],
  needs: { resource: 'Group', attributes: ['displayName'] },
  each: () => [
    { name: 'absent', value: 'absent' },
    { name: 'null', value: null },
    { name: 'empty', value: '' },
  ],

  async act({ draft, endpoint, of, send }) {
    const { displayName: _, ...rest } = draft('Group')
    const body: Json = of.name === 'absent' ? rest : { ...rest, displayName: of.value }
    return { refused: await send({ method: 'POST', path: endpoint('Group'), body }) }
  },

  judge({ refused }, claim) {
    const status = refused.response?.status ?? 0
    const isRefusal = status >= 400 && status < 500
    claim('RFC7643-4.2-01', refused).holds(isRefusal, { what: 'status', expected: '4xx', actual: status })
    claim('RFC7644-3.12-10', refused).status(400, reading('AMB-036/422', 422))
  },

  counterexample: ({ refused }) => ({
    refused: answering(refused, { status: 201, body: { id: '2819', displayName: '' } }),
  }),
})
