import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering } from '#scim'
import { emailsStayed } from './emails.part.ts'
import { keywordFits } from './values.part.ts'

const FITTING = ['invalidPath', 'invalidFilter']

export default defineCheck({
  id: 'patch/malformed-path',
  title: 'PATCH with a malformed path is refused and changes nothing',
  proves: ['RFC7644-3.5.2-09', 'RFC7644-3.12-24'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type', 'name.givenName'] },

  each: () => [
    { name: 'two-dots', path: 'name..givenName' },
    { name: 'blank', path: 'name givenName' },
    { name: 'open-bracket', path: 'emails[type eq "work"' },
    { name: 'no-operand', path: 'emails[type eq].value' },
  ],

  async act({ given, send, of }) {
    const user = await given('User')
    const before = await send(get(user.path))
    const replaced = await send(patch(user.path, { op: 'replace', path: of.path, value: 'x' }))
    return { before, replaced, after: await send(get(user.path)) }
  },

  judge({ before, replaced, after }, claim) {
    claim('RFC7644-3.5.2-09', replaced).status(400, reading('AMB-036/422', 422))
    claim('RFC7644-3.5.2-09', after).holds(...emailsStayed(before, after))
    claim('RFC7644-3.12-24', replaced).holds(...keywordFits(replaced, FITTING))
  },

  counterexample: ({ before, replaced, after }) => ({
    before,
    replaced: answering(replaced, { status: 500, body: { scimType: 'noTarget' } }),
    after: answering(after, { body: { ...bodyOf(after), emails: [] } }),
  }),
})
