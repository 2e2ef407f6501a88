import { bodyOf, defineCheck, get, isUnassigned, patch } from '#check'
import { answering, URN } from '#scim'
import { type Given, givenIn, known, valueAt } from './verbose.part.ts'

const EMPTIED = [
  'title',
  'nickName',
  'userType',
  'name.middleName',
  'phoneNumbers[type eq "mobile"].value',
  `${URN.enterpriseUser}:department`,
  `${URN.enterpriseUser}:costCenter`,
]

export default defineCheck({
  id: 'entra/values-are-emptied',
  title: 'A value that is replaced by an empty text is null, empty or gone',
  proves: ['entra/logic-null-update'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },
  breaks: 'A title or department that the directory has no more stays with the person',

  async act(act) {
    const { given, send, person } = act
    const { givenName, familyName, phone, title, department } = person()
    const user = await given('User', {
      title,
      nickName: givenName,
      userType: 'Employee',
      name: { givenName, familyName, middleName: 'Marie' },
      phoneNumbers: [{ type: 'mobile', value: phone }],
      [URN.enterpriseUser]: { department, costCenter: '4100' },
    })
    const before = await send(get(user.path))
    const values: Given[] = EMPTIED.map((path) => ({ path, value: '' }))
    const changed = await send(
      patch(user.path, ...known(values, act).map((one) => ({ op: 'replace', ...one }))),
    )
    return { before, changed, after: await send(get(user.path)) }
  },

  judge({ changed, after }, claim) {
    claim('entra/logic-null-update', changed).status(200, 204)
    const read = claim('entra/logic-null-update', after).status(200)
    for (const { path } of givenIn(changed.request.body)) {
      const actual = valueAt(bodyOf(after), path)
      read.holds(isUnassigned(actual) || actual === '', {
        what: path,
        expected: 'null, empty or absent',
        actual,
      })
    }
  },

  counterexample: ({ before, changed, after }) => ({
    before,
    changed,
    after: answering(after, { body: bodyOf(before) ?? {} }),
  }),
})
