import { bodyOf, defineCheck, escapeToken, get, pointTo } from '#check'
import { answering, sameJson, URN } from '#scim'

const CONTAINER = `/${escapeToken(URN.enterpriseUser)}`
const PARTS = ['employeeNumber', 'department', 'manager/value']

export default defineCheck({
  id: 'fiks-current/enterprise-comes-back',
  title: 'The enterprise extension comes back as it was sent',
  proves: ['fiks/F-39'],
  needs: {
    resource: 'User',
    attributes: PARTS.map((part) => `${URN.enterpriseUser}:${part.replace('/', '.')}`),
  },

  async act({ given, send }) {
    const manager = await given('User')
    const work = {
      employeeNumber: '100234',
      department: 'Oppvekst og kultur',
      manager: { value: manager.id },
    }
    const user = await given('User', { [URN.enterpriseUser]: work })
    return { created: user.created, after: await send(get(user.path)) }
  },

  judge({ created, after }, claim) {
    for (const part of PARTS) {
      const pointer = `${CONTAINER}/${part}`
      const [expected = null, actual] = [
        pointTo(created.request.body, pointer),
        pointTo(bodyOf(after), pointer),
      ]
      claim('fiks/F-39', after).holds(sameJson(actual, expected), { expected, actual, pointer })
    }
  },

  counterexample: ({ created, after }) => ({
    created,
    after: answering(after, { body: { ...bodyOf(after), [URN.enterpriseUser]: null } }),
  }),
})
