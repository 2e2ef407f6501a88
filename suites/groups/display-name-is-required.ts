import { defineCheck, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'groups/display-name-is-required',
  title: 'A group without displayName is refused',
  proves: ['RFC7643-4.2-01'],
  needs: { resource: 'Group', attributes: ['displayName'] },

  each: () => [
    { name: 'absent', value: 'absent' },
    { name: 'empty', value: '' },
    { name: 'null', value: null },
  ],

  async act({ draft, endpoint, send, of }) {
    const { displayName: _, ...nameless } = draft('Group')
    const body = of.name === 'absent' ? nameless : { ...nameless, displayName: of.value }
    return { created: await send({ method: 'POST', path: endpoint('Group'), body }) }
  },

  judge({ created }, claim) {
    claim('RFC7643-4.2-01', created).status(400, reading('AMB-036/422', 422))
  },

  counterexample: ({ created }) => ({ created: answering(created, { status: 201 }) }),
})
