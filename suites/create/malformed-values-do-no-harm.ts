import { bodyOf, defineCheck, pointTo, reading } from '#check'
import { answering, type JsonObject, URN } from '#scim'
import { sameUrn } from '#scim/schema'
import { createAndRead } from './create-and-read.part.ts'

/** By requirement, where a User has the value, and one that nobody would take for right. */
const MALFORMED = [
  ['RFC7643-4.1.2-19', '/addresses/0/country', 'Norge'],
  ['RFC7643-4.1.1-16', '/locale', 'nb NO'],
  ['RFC7643-4.1.1-14', '/profileUrl', 'kari'],
  ['RFC7643-4.1.2-12', '/photos/0/value', 'kari.jpg'],
] as const

const VALUES: JsonObject = {
  addresses: [{ country: 'Norge', type: 'work' }],
  locale: 'nb NO',
  profileUrl: 'kari',
  photos: [{ value: 'kari.jpg', type: 'photo' }],
}

export default defineCheck({
  id: 'create/malformed-values-do-no-harm',
  title: 'A country or URL that is none is refused with 400, or put right',
  proves: MALFORMED.map(([row]) => row),
  needs: { resource: 'User' },
  requests: () => 2,

  async act(act) {
    const { facts, draft, notOffered } = act
    const core = facts.schemas.find(({ id }) => sameUrn(id, URN.user))
    const known = Object.entries(VALUES).filter(([name]) =>
      core?.attributes.some((one) => one.name === name && one.mutability !== 'readOnly'),
    )
    if (known.length === 0) notOffered('the target has none of the attributes that have a format')
    return createAndRead(act, 'User', draft('User', Object.fromEntries(known)))
  },

  judge({ created, read }, claim) {
    for (const [row, pointer, malformed] of MALFORMED) {
      const stated = claim(row, created).status(200, 201, 400, reading('AMB-036/422', 422))
      for (const exchange of read) {
        claim(row, exchange).status(200)
        // The format is laid down; that a value without it has to be refused is not.
        if (pointTo(bodyOf(exchange), pointer) === malformed)
          stated.holds(true, {
            what: pointer,
            expected: 'refused, or put right',
            actual: malformed,
            reading: 'AMB-024/kept',
          })
      }
    }
  },

  counterexample: ({ created, read }) => ({ created: answering(created, { status: 500 }), read }),
})
