import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { arrived, elementValues, everythingBefore, givenIn, known, singleValues } from './verbose.part.ts'

export default defineCheck({
  id: 'entra/verbose-replace',
  title: 'One PATCH of some thirty replaces by path gives each its value',
  proves: ['entra/validator-06'],
  needs: { features: ['patch'], resource: 'User' },
  breaks:
    "Microsoft's validator sends some 36 operations in this test and counts one lost value as a failure",

  async act(act) {
    const { given, send } = act
    const user = await given('User', everythingBefore(act))
    const values = known([...singleValues(act), ...elementValues(act)], act)
    const changed = await send(patch(user.path, ...values.map((one) => ({ op: 'replace', ...one }))))
    return { changed, after: await send(get(user.path)) }
  },

  judge({ changed, after }, claim) {
    claim('entra/validator-06', changed).status(200, 204)
    const read = claim('entra/validator-06', after).status(200)
    for (const one of givenIn(changed.request.body)) read.holds(...arrived(bodyOf(after), one))
  },

  counterexample: ({ changed, after }) => ({
    changed,
    after: answering(after, { body: { ...bodyOf(after), displayName: 'Før' } }),
  }),
})
