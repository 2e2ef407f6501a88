import { bodyOf, defineCheck, escapeToken, get, patch } from '#check'
import { answering, member, URN } from '#scim'

const POINTER = `/${escapeToken(URN.enterpriseUser)}/employeeNumber`

export default defineCheck({
  id: 'patch/enterprise-path',
  title: 'PATCH by the full name of an extension attribute reaches it',
  proves: ['RFC7644-3.5.2-14', 'RFC7643-3.3-07', 'RFC7644-3.5.2-17'],
  needs: {
    features: ['patch'],
    resource: 'User',
    attributes: [`${URN.enterpriseUser}:employeeNumber`],
  },
  breaks: 'Entra: writes department and manager by their full names; the dot in 2.0 is part of the URN.',

  async act({ given, send }) {
    const user = await given('User')
    const path = `${URN.enterpriseUser}:employeeNumber`
    const added = await send(patch(user.path, { op: 'add', path, value: '24-7' }))
    return { added, after: await send(get(user.path)) }
  },

  judge({ added, after }, claim) {
    const schemas = member(bodyOf(after), 'schemas')
    claim('RFC7644-3.5.2-14', added).succeeds()
    claim('RFC7643-3.3-07', after).has(POINTER, '24-7').lacks('/employeeNumber')
    const urns = Array.isArray(schemas) ? schemas.map((urn) => String(urn).toLowerCase()) : []
    claim('RFC7644-3.5.2-17', after).holds(urns.includes(URN.enterpriseUser.toLowerCase()), {
      expected: `schemas with ${URN.enterpriseUser}`,
      actual: schemas,
      pointer: '/schemas',
    })
  },

  counterexample: ({ added, after }) => ({
    added: answering(added, { status: 400 }),
    after: answering(after, {
      body: { ...bodyOf(after), schemas: [URN.user], [URN.enterpriseUser]: null, employeeNumber: '24-7' },
    }),
  }),
})
