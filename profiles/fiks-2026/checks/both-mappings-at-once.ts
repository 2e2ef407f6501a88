import { bodyOf, defineCheck, escapeToken, get, pointTo } from '#check'
import { answering, URN } from '#scim'

const formatted = 'Treffsikker Kjøttmeis'
const NAMES = {
  displayName: formatted,
  name: { formatted, givenName: 'Treffsikker', familyName: 'Kjøttmeis' },
  active: true,
}
const PERSON = `/${escapeToken(URN.fiksPerson)}/foedselsnummer`
const POINTERS = [
  '/externalId',
  '/displayName',
  '/name/formatted',
  '/name/givenName',
  '/name/familyName',
  '/active',
]

export default defineCheck({
  id: 'fiks-2026/both-mappings-at-once',
  title: 'A user with the fields of both mappings keeps them all',
  proves: ['fiks/F-46'],
  needs: {
    resource: 'User',
    attributes: ['displayName', 'name.formatted', 'name.givenName', 'name.familyName', 'active'],
  },

  async act({ given, send, person }) {
    const one = person()
    const emails = [{ value: one.email, type: 'work', primary: true }]
    const extension = { [URN.fiksPerson]: { foedselsnummer: one.nationalId } }
    const user = await given('User', { ...NAMES, externalId: one.key, emails, ...extension })
    return { created: user.created, after: await send(get(user.path)) }
  },

  judge({ created, after }, claim) {
    claim('fiks/F-46', created).status(201)
    for (const pointer of [...POINTERS, PERSON])
      claim('fiks/F-46', after).has(pointer, pointTo(created.request.body, pointer) ?? null)
    claim('fiks/F-46', after).has('/emails/0/value')
  },

  counterexample: ({ created, after }) => ({
    created,
    after: answering(after, { body: { ...bodyOf(after), displayName: null } }),
  }),
})
