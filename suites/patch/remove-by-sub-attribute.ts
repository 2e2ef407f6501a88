import { bodyOf, defineCheck } from '#check'
import { answering } from '#scim'
import { emailsAre, labels, removeSecondOfThree } from './emails.part.ts'

export default defineCheck({
  id: 'patch/remove-by-sub-attribute',
  title: 'PATCH remove by a filter on type removes just what matches',
  proves: ['RFC7644-3.5.2.2-06'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type'] },

  act: (act) => removeSecondOfThree(act, () => 'emails[type eq "home"]'),

  judge({ before, removed, after }, claim) {
    const expected = labels(before).filter((label) => label !== 'two')
    claim('RFC7644-3.5.2.2-06', removed).succeeds()
    claim('RFC7644-3.5.2.2-06', after).holds(...emailsAre(after, expected))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), emails: [] } }),
  }),
})
