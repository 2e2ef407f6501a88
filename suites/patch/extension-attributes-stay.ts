import { bodyOf, defineCheck, escapeToken, get, patch, pointTo } from '#check'
import { answering, type Exchange, member, URN } from '#scim'

const at = (name: string) => `/${escapeToken(URN.enterpriseUser)}/${name}`

const schemasOf = (exchange: Exchange): string[] => {
  const schemas = member(bodyOf(exchange), 'schemas')
  return Array.isArray(schemas) ? schemas.map((urn) => String(urn).toLowerCase()) : []
}

export default defineCheck({
  id: 'patch/extension-attributes-stay',
  title: 'PATCH keeps schemas and the extension attributes it does not name',
  proves: ['RFC7644-3.5.2-15', 'RFC7644-3.5.2.3-02'],
  needs: {
    features: ['patch'],
    resource: 'User',
    attributes: ['title', `${URN.enterpriseUser}:employeeNumber`, `${URN.enterpriseUser}:department`],
  },
  breaks: 'Scimitar: what the patched view left out was wiped (INC-048).',

  async act({ blocked, given, send }) {
    const enterprise = { employeeNumber: '12-3', department: '45-6' }
    const user = await given('User', { [URN.enterpriseUser]: enterprise })
    const before = await send(get(user.path))
    if (pointTo(bodyOf(before), at('department')) !== '45-6') blocked('the target did not keep the extension')
    const core = await send(patch(user.path, { op: 'replace', path: 'title', value: '24-7' }))
    const afterCore = await send(get(user.path))
    const path = `${URN.enterpriseUser}:employeeNumber`
    const extension = await send(patch(user.path, { op: 'replace', path, value: '24-7' }))
    return { core, afterCore, extension, afterExtension: await send(get(user.path)) }
  },

  judge({ core, afterCore, extension, afterExtension }, claim) {
    for (const answer of [core, extension]) claim('RFC7644-3.5.2.3-02', answer).succeeds()
    for (const state of [afterCore, afterExtension]) {
      const actual = schemasOf(state)
      const wanted = [URN.user, URN.enterpriseUser].map((urn) => urn.toLowerCase())
      const ok = wanted.every((urn) => actual.includes(urn)) && !actual.includes(URN.patchOp.toLowerCase())
      // The message names the schema of the message, the resource keeps its own.
      claim('RFC7644-3.5.2-15', state).holds(ok, { expected: wanted, actual, pointer: '/schemas' })
      claim('RFC7644-3.5.2.3-02', state).has(at('department'), '45-6')
    }
    claim('RFC7644-3.5.2.3-02', afterCore).has(at('employeeNumber'), '12-3')
    claim('RFC7644-3.5.2.3-02', afterExtension).has(at('employeeNumber'), '24-7')
  },

  counterexample: ({ afterCore, ...seen }) => ({
    ...seen,
    afterCore: answering(afterCore, {
      body: { ...bodyOf(afterCore), schemas: [URN.patchOp], [URN.enterpriseUser]: { department: '45-6' } },
    }),
  }),
})
