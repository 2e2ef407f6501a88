import { createdId, defineCheck, reading } from '#check'
import { answering, type Exchange } from '#scim'
import { NOBODY } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { findsOrRefuses } from './found.part.ts'
import { anybody } from './people.part.ts'

export default defineCheck({
  id: 'filter/not-takes-a-space-or-none',
  title: 'not is understood with and without a space behind it',
  proves: ['RFC7644-3.4.2.2-26'],
  needs: { features: ['filter'], resource: 'User' },

  async act(act) {
    const made = await anybody(act)
    const other = `(userName eq "${act.mark('nobody')}")`
    const probes = ['not ', 'not'].map((not) => ({ condition: `${not}${other}`, hit: true }))
    const [spaced, closed] = (await askAbout(act, made, probes)) as [Exchange, Exchange]
    return { user: made.created, spaced, closed }
  },

  judge({ user, spaced, closed }, claim) {
    for (const [list, twin] of [
      [spaced, closed],
      [closed, spaced],
    ] as [Exchange, Exchange][]) {
      const why = twin.response?.status === 400 ? 'AMB-074/operator-unsupported' : 'AMB-071/one-form-refused'
      findsOrRefuses(claim('RFC7644-3.4.2.2-26', list), list, [createdId(user)], reading(why, 400))
    }
  },

  counterexample: ({ user, spaced, closed }) => ({
    user,
    spaced,
    closed: answering(closed, { body: NOBODY }),
  }),
})
