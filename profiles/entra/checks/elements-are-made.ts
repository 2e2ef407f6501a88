import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { arrived, elementValues, givenIn, known } from './verbose.part.ts'

export default defineCheck({
  id: 'entra/elements-are-made',
  title: 'PATCH add to value paths that match nothing makes the elements',
  proves: ['entra/validator-09-elements'],
  needs: { features: ['patch'], resource: 'User' },
  breaks:
    'Entra adds a first work e-mail, phone or address to a user by its value path and takes a success for done',

  async act(act) {
    const { given, send } = act
    const user = await given('User')
    const values = known(elementValues(act), act)
    if (values.length === 0) act.notOffered('the target knows no e-mails, phone numbers or addresses')
    const changed = await send(patch(user.path, ...values.map((one) => ({ op: 'add', ...one }))))
    return { changed, after: await send(get(user.path)) }
  },

  judge({ changed, after }, claim) {
    claim('entra/validator-09-elements', changed).status(200, 204)
    const read = claim('entra/validator-09-elements', after).status(200)
    for (const one of givenIn(changed.request.body)) read.holds(...arrived(bodyOf(after), one))
  },

  counterexample: ({ changed, after }) => ({
    changed,
    after: answering(after, { body: { ...bodyOf(after), emails: [], phoneNumbers: [], addresses: [] } }),
  }),
})
