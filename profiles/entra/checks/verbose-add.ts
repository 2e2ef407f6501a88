import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { arrived, givenIn, known, singleValues } from './verbose.part.ts'

export default defineCheck({
  id: 'entra/verbose-add',
  title: 'One PATCH of some twenty adds gives a bare user each value',
  proves: ['entra/validator-09'],
  needs: { features: ['patch'], resource: 'User' },
  breaks: "Microsoft's validator creates a user from a userName alone and adds everything else afterwards",

  async act(act) {
    const { given, send } = act
    const user = await given('User')
    const values = known(singleValues(act), act)
    const changed = await send(patch(user.path, ...values.map((one) => ({ op: 'add', ...one }))))
    return { changed, after: await send(get(user.path)) }
  },

  judge({ changed, after }, claim) {
    claim('entra/validator-09', changed).status(200, 204)
    const read = claim('entra/validator-09', after).status(200)
    for (const one of givenIn(changed.request.body)) read.holds(...arrived(bodyOf(after), one))
  },

  counterexample: ({ changed, after }) => ({
    changed,
    after: answering(after, { body: { ...bodyOf(after), name: null, displayName: null } }),
  }),
})
