import { defineCheck } from '#check'
import { answering } from '#scim'
import { createAndRead } from './create-and-read.part.ts'
import { NUMBER } from './identity-number.part.ts'

export default defineCheck({
  id: 'fiks-current/number-is-optional',
  title: 'A user without an identity number is accepted',
  proves: ['fiks/F-25'],
  needs: { resource: 'User' },

  async act(act) {
    return createAndRead(act, 'User', act.draft('User'))
  },

  judge({ created, after }, claim) {
    claim('fiks/F-25', created).status(201)
    claim('fiks/F-25', after).status(200).lacks(NUMBER)
  },

  counterexample: ({ created, after }) => ({ created: answering(created, { status: 400 }), after }),
})
