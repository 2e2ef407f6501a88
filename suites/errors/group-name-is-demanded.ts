import { defineCheck, reading } from '#check'
import { answering } from '#scim'
import { claimRefusal, createWithout, NAMELESS } from './nameless.part.ts'

export default defineCheck({
  id: 'errors/group-name-is-demanded',
  title: 'A Group without a displayName is refused with 400',
  proves: ['RFC7643-4.2-01', 'RFC7644-3.12-10'],
  needs: { resource: 'Group', attributes: ['displayName'] },
  each: () => NAMELESS,

  act: (act) => createWithout(act, 'Group', 'displayName'),

  judge({ refused }, claim) {
    claimRefusal(claim('RFC7643-4.2-01', refused), refused)
    claim('RFC7644-3.12-10', refused).status(400, reading('AMB-036/422', 422))
  },

  counterexample: ({ refused }) => ({
    refused: answering(refused, { status: 201, body: { id: '2819', displayName: '' } }),
  }),
})
