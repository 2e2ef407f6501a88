import { bodyOf, defineCheck, reading } from '#check'
import { answering } from '#scim'
import { claimKeyword } from './keyword.part.ts'

export default defineCheck({
  id: 'errors/malformed-json-is-refused',
  title: 'A body that is not JSON is refused with 400',
  proves: ['RFC7644-3.12-10', 'RFC7644-3.12-23'],
  needs: { resource: 'User' },
  breaks: 'Entra: retries 5xx at every cycle (ENT-181); incident family P2.',

  async act({ draft, endpoint, send }) {
    const text = JSON.stringify(draft('User')).slice(0, -1)
    return { refused: await send({ method: 'POST', path: endpoint('User'), text }) }
  },

  judge({ refused }, claim) {
    claim('RFC7644-3.12-10', refused).status(400, reading('AMB-036/422', 422))
    claimKeyword(claim('RFC7644-3.12-23', refused), refused, 'invalidSyntax')
  },

  counterexample: ({ refused }) => {
    const body = { ...bodyOf(refused), status: '500', scimType: 'mutability' }
    return { refused: answering(refused, { status: 500, body }) }
  },
})
