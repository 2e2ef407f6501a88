import { bodyOf, defineCheck, get } from '#check'
import { answering, type Exchange, member, URN } from '#scim'
import { withNumber } from './identity-number.part.ts'

const schemas = (exchange: Exchange) => {
  const urns = member(bodyOf(exchange), 'schemas')
  return Array.isArray(urns) ? urns.map((urn) => String(urn).toLowerCase()) : []
}

export default defineCheck({
  id: 'fiks-current/schemas-name-the-extension',
  title: 'schemas names User, and the person extension where it is used',
  proves: ['fiks/F-20'],
  needs: { resource: 'User' },

  async act({ given, send, person }) {
    const plain = await given('User')
    const full = await given('User', withNumber(person().nationalId))
    return { plain: await send(get(plain.path)), full: await send(get(full.path)) }
  },

  judge({ plain, full }, claim) {
    const wanted: [Exchange, string][] = [
      [plain, URN.user],
      [full, URN.user],
      [full, URN.fiksPerson],
    ]
    for (const [seen, urn] of wanted) {
      const detail = { expected: `with ${urn}`, actual: schemas(seen), pointer: '/schemas' }
      claim('fiks/F-20', seen).holds(schemas(seen).includes(urn.toLowerCase()), detail)
    }
  },

  counterexample: ({ plain, full }) => ({
    plain,
    full: answering(full, { body: { ...bodyOf(full), schemas: [URN.user] } }),
  }),
})
