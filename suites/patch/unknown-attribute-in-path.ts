import { defineCheck, patch, reading } from '#check'
import { answering } from '#scim'
import { keywordFits } from './values.part.ts'

const FITTING = ['invalidPath', 'noTarget']

export default defineCheck({
  id: 'patch/unknown-attribute-in-path',
  title: 'PATCH of an attribute that no schema knows is refused',
  proves: ['RFC7644-3.5.2-10', 'RFC7644-3.12-24'],
  needs: { features: ['patch'], resource: 'User' },

  async act({ given, send }) {
    const user = await given('User')
    const operation = { op: 'replace', path: 'scimTestNoSuchAttribute', value: 'x' }
    return { replaced: await send(patch(user.path, operation)) }
  },

  judge({ replaced }, claim) {
    const status = replaced.response?.status ?? 0
    const accepted = status >= 200 && status < 300
    const allowed = { what: 'status', expected: 400, actual: status }
    const read = accepted ? 'AMB-051/ignored' : status === 422 ? 'AMB-036/422' : undefined
    const excuse = read === undefined ? {} : { reading: reading(read, status).reading }
    claim('RFC7644-3.5.2-10', replaced).holds(status === 400 || read !== undefined, { ...allowed, ...excuse })
    claim('RFC7644-3.12-24', replaced).holds(...keywordFits(replaced, FITTING))
  },

  counterexample: ({ replaced }) => ({
    replaced: answering(replaced, { status: 500, body: { scimType: 'uniqueness' } }),
  }),
})
