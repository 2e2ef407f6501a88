import { bodyOf, defineCheck, elementsOf, escapeToken, reading } from '#check'
import { answering, member, URN } from '#scim'
import { readFullUser } from './full-user.part.ts'

const POINTER = `/${escapeToken(URN.enterpriseUser)}`

export default defineCheck({
  id: 'create/extension-attributes-are-kept',
  title: 'Enterprise attributes are stored and returned under their URN',
  proves: ['RFC7643-3-05', 'RFC7643-3-11', 'RFC7643-3.3-07'],
  needs: { resource: 'User', attributes: [`${URN.enterpriseUser}:department`] },

  async act(act) {
    const { read } = await readFullUser(act, { [URN.enterpriseUser]: { department: 'Helse og velferd' } })
    return { read }
  },

  judge({ read }, claim) {
    const department = member(member(read.response?.body, URN.enterpriseUser), 'department')
    const schemas = elementsOf(bodyOf(read), 'schemas')
    const listed = schemas.some((urn) => String(urn).toLowerCase() === URN.enterpriseUser.toLowerCase())
    claim('RFC7643-3-11', read)
      .status(200)
      .holds(String(department).toLowerCase() === 'helse og velferd', {
        expected: 'Helse og velferd',
        actual: department,
        pointer: `${POINTER}/department`,
      })
    claim('RFC7643-3.3-07', read).has(POINTER).lacks('/department')
    const excused = schemas.length > 0 && !listed
    claim('RFC7643-3-05', read).holds(schemas.length > 0, {
      expected: `schemas with ${URN.enterpriseUser}`,
      actual: schemas,
      pointer: '/schemas',
      ...(excused ? { reading: reading('AMB-014/container-without-urn', true).reading } : {}),
    })
  },

  counterexample: ({ read }) => ({
    read: answering(read, { body: { id: '1', schemas: [], department: 'Helse og velferd' } }),
  }),
})
