import { bodyOf, defineCheck, reading } from '#check'
import { answering, type Json } from '#scim'
import { claimKeyword } from './keyword.part.ts'

const WRONG: readonly { readonly name: string; readonly value: Json }[] = [
  { name: 'userName', value: { formatted: 'Kari' } },
  { name: 'name', value: 'Kari Nordmann' },
  { name: 'active', value: 'perhaps' },
  { name: 'emails', value: 'kari@kommune.example' },
]

export default defineCheck({
  id: 'errors/wrong-type-is-refused',
  title: 'A value that violates the schema is refused with 400',
  proves: ['RFC7644-3.12-10', 'RFC7644-3.12-26'],
  needs: { resource: 'User' },
  breaks: 'JSON types that change on the way: incident family P4.',
  each: ({ schemas }) =>
    WRONG.filter(({ name }) =>
      schemas.some(({ attributes }) => attributes.some((attribute) => attribute.name === name)),
    ),

  async act({ draft, endpoint, of, send }) {
    const body = draft('User', { [of.name]: of.value })
    return { refused: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ refused }, claim) {
    claim('RFC7644-3.12-10', refused).status(400, reading('AMB-036/422', 422))
    // Of a body that does not conform both can be said.
    claimKeyword(claim('RFC7644-3.12-26', refused), refused, 'invalidValue', 'invalidSyntax')
  },

  counterexample: ({ refused }) => {
    const body = { ...bodyOf(refused), scimType: 'uniqueness' }
    return { refused: answering(refused, { status: 500, body }) }
  },
})
