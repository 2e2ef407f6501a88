import { defineCheck, reading, search } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'search/needs-its-schema',
  title: 'A search without the SearchRequest URN is refused with 400',
  proves: ['RFC7644-3.4.3-04'],
  needs: { features: ['filter', 'search'], resource: 'User' },
  each: () => [
    { name: 'none', schemas: {} },
    { name: 'another', schemas: { schemas: [URN.listResponse] } },
  ],

  async act({ of, endpoint, mark, send }) {
    const filter = `userName eq "${mark('nobody')}"`
    const right = search(endpoint('User'), { filter })
    const wrong = { ...right, body: { ...of.schemas, filter } }
    return { right: await send(right), wrong: await send(wrong) }
  },

  judge({ right, wrong }, claim) {
    claim('RFC7644-3.4.3-04', right).status(200)
    claim('RFC7644-3.4.3-04', wrong).status(
      400,
      reading('AMB-040/accepted', 200),
      reading('AMB-036/422', 422),
    )
  },

  counterexample: ({ right, wrong }) => ({
    right,
    wrong: answering(wrong, { status: 500, body: { schemas: [URN.error], status: '500' } }),
  }),
})
