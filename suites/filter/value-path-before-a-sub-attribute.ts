import { bodyOf, createdId, defineCheck, reading } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { finds } from './found.part.ts'
import { withTwoAddresses } from './people.part.ts'

export default defineCheck({
  id: 'filter/value-path-before-a-sub-attribute',
  title: 'emails[type eq "work"].value is understood or refused',
  proves: ['RFC7644-3.4.2.2-04'],
  needs: { features: ['filter'], resource: 'User', attributes: ['emails.value', 'emails.type'] },
  breaks: 'Entra: writes matching rules on work addresses like this (SCIM page, ENT-060)',

  async act(act) {
    const { made, starts } = await withTwoAddresses(act)
    const asked = [
      { condition: `emails[type eq "work"].value eq "${starts.work}@scim-test.example"`, hit: true },
      { condition: `emails[type eq "work"].value eq "${starts.home}@scim-test.example"`, hit: false },
    ]
    return { user: made.created, answers: await askAbout(act, made, asked) }
  },

  judge({ user, answers }, claim) {
    const [hit, miss] = answers as unknown as [Exchange, Exchange]
    for (const list of [hit, miss]) {
      // The grammar of filters does not have it: whoever takes it has to mean the right users.
      const stated = claim('RFC7644-3.4.2.2-04', list).status(200, 400, reading('AMB-036/422', 422))
      if (list.response?.status === 200) finds(stated, list, list === hit ? [createdId(user)] : [])
    }
  },

  counterexample: ({ user, answers }) => ({
    user,
    answers: answers.map((one) => answering(one, { status: 200, body: listOf(bodyOf(user) ?? {}) })),
  }),
})
