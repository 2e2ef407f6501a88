import { bodyOf, defineCheck, reading } from '#check'
import { answering, type Json, member } from '#scim'

export default defineCheck({
  id: 'errors/user-name-is-demanded',
  title: 'A User without a userName is refused with 400',
  proves: ['RFC7643-4.1.1-01', 'RFC7644-3.12-10', 'RFC7644-3.12-26'],
  needs: { resource: 'User', attributes: ['userName'] },
  each: () => [
    { name: 'absent', value: 'absent' },
    { name: 'null', value: null },
    { name: 'empty', value: '' },
  ],

  async act({ draft, endpoint, of, send }) {
    const { userName: _, ...rest } = draft('User')
    const body: Json = of.name === 'absent' ? rest : { ...rest, userName: of.value }
    return { refused: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ refused }, claim) {
    const status = refused.response?.status ?? 0
    const isRefusal = status >= 400 && status < 500
    const detail = { what: 'status', expected: '4xx', actual: status }
    claim('RFC7643-4.1.1-01', refused).holds(isRefusal, detail)
    claim('RFC7644-3.12-10', refused).status(400, reading('AMB-036/422', 422))
    const actual = member(bodyOf(refused), 'scimType') ?? null
    const allowed = ['invalidValue', 'invalidSyntax']
    const fits = actual === null || allowed.includes(String(actual))
    claim('RFC7644-3.12-26', refused).holds(fits, { what: 'scimType', expected: allowed, actual })
  },

  counterexample: ({ refused }) => [
    { refused: answering(refused, { status: 201, body: { id: '2819' } }) },
    { refused: answering(refused, { status: 400, body: { scimType: 'uniqueness' } }) },
  ],
})
