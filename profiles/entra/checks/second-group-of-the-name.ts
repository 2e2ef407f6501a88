import { bodyOf, defineCheck } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'entra/second-group-of-the-name',
  title: 'A second group of the same displayName is refused with 409',
  proves: ['entra/validator-20'],
  needs: { resource: 'Group' },
  breaks: "Microsoft's validator reports it; by the RFCs a second group is fine",

  async act({ given, draft, endpoint, send }) {
    const { created, sent } = await given('Group')
    const body = draft('Group', { displayName: sent.displayName ?? null })
    return { created, second: await send({ method: 'POST', path: endpoint('Group'), body }) }
  },

  judge({ second }, claim) {
    claim('entra/validator-20', second).status(409)
  },

  counterexample: ({ created, second }) => ({
    created,
    second: answering(second, { status: 201, body: { ...bodyOf(created), id: 'another' } }),
  }),
})
