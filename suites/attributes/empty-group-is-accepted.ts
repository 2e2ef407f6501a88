import { defineCheck } from '#check'
import { answering } from '#scim'
import { placesOf } from './places.part.ts'

export default defineCheck({
  id: 'attributes/empty-group-is-accepted',
  title: 'A Group without members is accepted where members are optional',
  proves: ['RFC7643-4.2-06'],
  needs: { resource: 'Group' },
  requests: () => 1,
  each: (facts) =>
    placesOf(facts, 'Group').some(({ attribute }) => attribute.name === 'members' && attribute.required)
      ? []
      : [{ name: 'Group' }],

  async act({ draft, endpoint, send }) {
    return { created: await send({ method: 'POST', path: endpoint('Group'), body: draft('Group') }) }
  },

  judge: ({ created }, claim) => void claim('RFC7643-4.2-06', created).succeeds(),

  counterexample: ({ created }) => ({ created: answering(created, { status: 400 }) }),
})
