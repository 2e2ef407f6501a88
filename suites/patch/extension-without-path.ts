import { bodyOf, defineCheck, escapeToken, get, patch } from '#check'
import { answering, URN } from '#scim'

const POINTER = `/${escapeToken(URN.enterpriseUser)}/employeeNumber`

export default defineCheck({
  id: 'patch/extension-without-path',
  title: 'PATCH without a path takes extension attributes in their container',
  proves: ['RFC7644-3.5.2.1-03', 'RFC7644-3.5.2.3-01'],
  needs: {
    features: ['patch'],
    resource: 'User',
    attributes: [`${URN.enterpriseUser}:employeeNumber`],
  },

  async act({ given, send }) {
    const user = await given('User')
    const value = (employeeNumber: string) => ({ [URN.enterpriseUser]: { employeeNumber } })
    const added = await send(patch(user.path, { op: 'add', value: value('12-3') }))
    const afterAdd = await send(get(user.path))
    const replaced = await send(patch(user.path, { op: 'replace', value: value('24-7') }))
    return { added, afterAdd, replaced, afterReplace: await send(get(user.path)) }
  },

  judge({ added, afterAdd, replaced, afterReplace }, claim) {
    claim('RFC7644-3.5.2.1-03', added).succeeds()
    claim('RFC7644-3.5.2.1-03', afterAdd).has(POINTER, '12-3')
    claim('RFC7644-3.5.2.3-01', replaced).succeeds()
    claim('RFC7644-3.5.2.3-01', afterReplace).has(POINTER, '24-7')
  },

  counterexample: ({ afterAdd, afterReplace, ...seen }) => {
    const body = { ...bodyOf(afterAdd), [URN.enterpriseUser]: null }
    return {
      ...seen,
      afterAdd: answering(afterAdd, { body }),
      afterReplace: answering(afterReplace, { body }),
    }
  },
})
