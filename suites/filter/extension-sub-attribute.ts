import { bodyOf, createdId, defineCheck, escapeToken, pointTo } from '#check'
import { answering, type Exchange, URN } from '#scim'
import { listOf } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { findsOrRefuses } from './found.part.ts'
import { another } from './people.part.ts'

const MANAGER = `${URN.enterpriseUser}:manager`

export default defineCheck({
  id: 'filter/extension-sub-attribute',
  title: 'A filter reaches a part of an extension attribute, manager.value',
  proves: ['RFC7644-3.4.2.2-34', 'RFC7644-3.10-04'],
  needs: { features: ['filter'], resource: 'User', attributes: [`${MANAGER}.value`] },

  async act(act) {
    const [manager, stranger] = [await another(act, 'leder'), await another(act, 'annen')]
    const made = await act.shared('User', { [URN.enterpriseUser]: { manager: { value: manager.id } } })
    if (pointTo(made.body, `/${escapeToken(URN.enterpriseUser)}/manager/value`) !== manager.id)
      act.blocked('the target did not keep the manager')
    const asked = [
      { condition: `${MANAGER}.value eq ${JSON.stringify(manager.id)}`, hit: true },
      { condition: `${MANAGER}.value eq ${JSON.stringify(stranger.id)}`, hit: false },
    ]
    return { user: made.created, answers: await askAbout(act, made, asked) }
  },

  judge({ user, answers }, claim) {
    const [hit, miss] = answers as unknown as [Exchange, Exchange]
    for (const row of ['RFC7644-3.4.2.2-34', 'RFC7644-3.10-04'] as const) {
      findsOrRefuses(claim(row, hit), hit, [createdId(user)])
      findsOrRefuses(claim(row, miss), miss, [])
    }
  },

  counterexample: ({ user, answers }) => ({
    user,
    answers: answers.map((one) => answering(one, { body: listOf(bodyOf(user) ?? {}) })),
  }),
})
