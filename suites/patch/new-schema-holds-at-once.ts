import { bodyOf, defineCheck, escapeToken, get, isSuccess, patch } from '#check'
import { answering, URN } from '#scim'

const PATH = `${URN.enterpriseUser}:employeeNumber`
const at = (name: string) => `/${escapeToken(URN.enterpriseUser)}/${name}`

export default defineCheck({
  id: 'patch/new-schema-holds-at-once',
  title: 'PATCH can use in one operation the schema that another brought',
  proves: ['RFC7644-3.5.2-16'],
  needs: {
    features: ['patch'],
    resource: 'User',
    attributes: [PATH, `${URN.enterpriseUser}:department`],
  },

  async act({ given, send }) {
    const user = await given('User')
    const schemas = { op: 'add', path: 'schemas', value: [URN.enterpriseUser] }
    const named = await send(patch(user.path, schemas, { op: 'add', path: PATH, value: '12-3' }))
    const afterNamed = await send(get(user.path))
    const implied = await send(
      patch(
        user.path,
        { op: 'add', path: PATH, value: '45-6' },
        { op: 'replace', path: PATH, value: '24-7' },
        { op: 'add', path: `${URN.enterpriseUser}:department`, value: '24-7' },
      ),
    )
    return { named, afterNamed, implied, afterImplied: await send(get(user.path)) }
  },

  judge({ named, afterNamed, implied, afterImplied }, claim) {
    const { status = 0 } = named.response ?? {}
    // A target may keep schemas to itself; then nothing of it is done.
    claim('RFC7644-3.5.2-16', named).holds(isSuccess(named) || (status >= 400 && status < 500), {
      what: 'status',
      expected: '2xx or 4xx',
      actual: status,
    })
    const first = claim('RFC7644-3.5.2-16', afterNamed)
    if (isSuccess(named)) first.has(at('employeeNumber'), '12-3')
    else first.lacks(at('employeeNumber'))
    claim('RFC7644-3.5.2-16', implied).succeeds()
    claim('RFC7644-3.5.2-16', afterImplied).has(at('employeeNumber'), '24-7').has(at('department'), '24-7')
  },

  counterexample: ({ afterImplied, ...seen }) => ({
    ...seen,
    afterImplied: answering(afterImplied, { body: { ...bodyOf(afterImplied), [URN.enterpriseUser]: null } }),
  }),
})
