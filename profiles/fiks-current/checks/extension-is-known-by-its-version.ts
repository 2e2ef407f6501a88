import { bodyOf, defineCheck, pointTo } from '#check'
import { answering, URN } from '#scim'
import { createAndRead } from './create-and-read.part.ts'
import { NUMBER } from './identity-number.part.ts'

/** As the text of KS has it, and no example does. */
const BARE = URN.fiksPerson.replace(/:1\.0$/, '')

export default defineCheck({
  id: 'fiks-current/extension-is-known-by-its-version',
  title: 'The extension without its version is another extension',
  proves: ['fiks/X1'],
  needs: { resource: 'User' },

  async act(act) {
    const body = act.draft('User')
    const schemas = [...(body.schemas as string[]), BARE]
    const foedselsnummer = act.person().nationalId
    const sent = { ...body, schemas, [BARE]: { foedselsnummer } }
    const created = await act.send({ method: 'POST', path: act.endpoint('User'), body: sent })
    if (created.response?.status !== 201) return { after: created }
    const { after } = await createAndRead(act, 'User', { ...sent, ...act.draft('User'), schemas })
    return { after }
  },

  judge({ after }, claim) {
    const actual = pointTo(bodyOf(after), NUMBER) ?? pointTo(bodyOf(after), `/${BARE}/foedselsnummer`)
    const expected = 'no number from an extension without its version'
    claim('fiks/X1', after).holds(typeof actual !== 'string', { expected, actual })
  },

  counterexample: ({ after }) => ({
    after: answering(after, { body: { ...bodyOf(after), [URN.fiksPerson]: { foedselsnummer: 'x' } } }),
  }),
})
