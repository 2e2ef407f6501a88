import { bodyOf, defineCheck } from '#check'
import { answering } from '#scim'
import { emailsAre, labels, removeSecondOfThree } from './emails.part.ts'

export default defineCheck({
  id: 'patch/remove-by-value',
  title: 'PATCH remove by a value filter removes exactly that value',
  proves: ['RFC7644-3.5.2.2-04'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.value'] },

  act: (act) => removeSecondOfThree(act, (two) => `emails[value eq "${two}"]`),

  judge({ before, removed, after }, claim) {
    const expected = labels(before).filter((label) => label !== 'two')
    claim('RFC7644-3.5.2.2-04', removed).succeeds()
    claim('RFC7644-3.5.2.2-04', after).holds(...emailsAre(after, expected))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), emails: [] } }),
  }),
})
