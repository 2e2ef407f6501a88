import { defineCheck } from '#check'
import { answering, member, URN } from '#scim'
import { createAndRead } from './create-and-read.part.ts'

export default defineCheck({
  id: 'fiks-current/group-needs-the-core-schema-only',
  title: 'A group is made with the core Group schema and a name',
  proves: ['fiks/F-50'],
  needs: { resource: 'Group' },

  async act(act) {
    const body = { schemas: [URN.group], displayName: act.mark('Fiks folkeregister') }
    return createAndRead(act, 'Group', body)
  },

  judge({ created, after }, claim) {
    const expected = member(created.request.body, 'displayName') ?? null
    claim('fiks/F-50', created).status(201)
    claim('fiks/F-50', after).status(200).has('/displayName', expected)
  },

  counterexample: ({ created, after }) => ({ created: answering(created, { status: 400 }), after }),
})
