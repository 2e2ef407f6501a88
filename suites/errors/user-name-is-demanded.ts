import { bodyOf, defineCheck, reading } from '#check'
import { answering, member } from '#scim'
import { claimRefusal, createWithout, NAMELESS } from './nameless.part.ts'

export default defineCheck({
  id: 'errors/user-name-is-demanded',
  title: 'A User without a userName is refused with 400',
  proves: ['RFC7643-4.1.1-01', 'RFC7644-3.12-10', 'RFC7644-3.12-26'],
  needs: { resource: 'User', attributes: ['userName'] },
  each: () => NAMELESS,

  act: (act) => createWithout(act, 'User', 'userName'),

  judge({ refused }, claim) {
    claimRefusal(claim('RFC7643-4.1.1-01', refused), refused)
    claim('RFC7644-3.12-10', refused).status(400, reading('AMB-036/422', 422))
    const actual = member(bodyOf(refused), 'scimType') ?? null
    const allowed = ['invalidValue', 'invalidSyntax']
    const fits = actual === null || (typeof actual === 'string' && allowed.includes(actual))
    claim('RFC7644-3.12-26', refused).holds(fits, { what: 'scimType', expected: allowed, actual })
  },

  counterexample: ({ refused }) => [
    { refused: answering(refused, { status: 201, body: { id: '2819' } }) },
    { refused: answering(refused, { status: 400, body: { scimType: 'uniqueness' } }) },
  ],
})
