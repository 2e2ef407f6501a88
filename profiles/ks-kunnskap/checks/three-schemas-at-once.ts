import { bodyOf, defineCheck, escapeToken, get, pointTo } from '#check'
import { answering, URN } from '#scim'

const URNS = [URN.user, URN.enterpriseUser, URN.fiksPerson]
const POINTERS = [
  `/${escapeToken(URN.enterpriseUser)}/department`,
  `/${escapeToken(URN.fiksPerson)}/foedselsnummer`,
]

export default defineCheck({
  id: 'ks-kunnskap/three-schemas-at-once',
  title: 'A user keeps core, enterprise and person data side by side',
  proves: ['kunnskap/K-03'],
  needs: { resource: 'User', attributes: [`${URN.enterpriseUser}:department`] },

  async act({ given, send, person }) {
    const { nationalId, department } = person()
    const extensions = {
      [URN.enterpriseUser]: { department },
      [URN.fiksPerson]: { foedselsnummer: nationalId },
    }
    const user = await given('User', extensions)
    return { created: user.created, after: await send(get(user.path)) }
  },

  judge({ created, after }, claim) {
    const schemas = bodyOf(after)?.schemas
    const shown = Array.isArray(schemas) ? schemas.map((urn) => String(urn).toLowerCase()) : []
    const detail = { expected: URNS, actual: schemas, pointer: '/schemas' }
    claim('kunnskap/K-03', after).holds(
      URNS.every((urn) => shown.includes(urn.toLowerCase())),
      detail,
    )
    for (const pointer of POINTERS)
      claim('kunnskap/K-03', after).has(pointer, pointTo(created.request.body, pointer) ?? null)
  },

  counterexample: ({ created, after }) => ({
    created,
    after: answering(after, { body: { ...bodyOf(after), schemas: [URN.user] } }),
  }),
})
