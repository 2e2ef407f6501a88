import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering, type Exchange } from '#scim'
import { emailsStayed } from './emails.part.ts'
import { keywordFits, stayed } from './values.part.ts'

/** AMB-051: who only looks the name up finds no target. */
const FITTING = ['invalidPath', 'invalidFilter', 'noTarget']

const MALFORMED = [
  'name..givenName',
  'name.',
  '.name',
  'displayName.',
  'name givenName',
  'emails[type eq "work"',
  'emails[]',
  'emails[type eq].value',
]

export default defineCheck({
  id: 'patch/malformed-path',
  title: 'PATCH with a malformed path is refused and changes nothing',
  proves: ['RFC7644-3.5.2-09', 'RFC7644-3.12-24'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type', 'name.givenName'] },
  breaks:
    'Better Auth: a path that ends with a dot changes the attribute before it (better-auth/better-auth#10620). Cost: wrong access.',

  async act({ given, send }) {
    const user = await given('User')
    const before = await send(get(user.path))
    const replaced: Exchange[] = []
    for (const path of MALFORMED)
      replaced.push(await send(patch(user.path, { op: 'replace', path, value: 'x' })))
    return { before, replaced, after: await send(get(user.path)) }
  },

  judge({ before, replaced, after }, claim) {
    for (const one of replaced) {
      claim('RFC7644-3.5.2-09', one).status(400, reading('AMB-036/422', 422))
      claim('RFC7644-3.12-24', one).holds(...keywordFits(one, FITTING))
    }
    claim('RFC7644-3.5.2-09', after)
      .holds(...emailsStayed(before, after))
      .holds(...stayed(before, after, '/name'))
      .holds(...stayed(before, after, '/displayName'))
  },

  counterexample: ({ before, replaced, after }) => ({
    before,
    replaced: replaced.map((one) => answering(one, { status: 500, body: { scimType: 'uniqueness' } })),
    after: answering(after, { body: { ...bodyOf(after), emails: [] } }),
  }),
})
