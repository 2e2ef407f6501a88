import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering, type Exchange } from '#scim'
import { emailsStayed } from './emails.part.ts'

const value = 'x'

const FOREIGN_TO_SCIM = [
  { op: 'move', from: 'title', path: 'nickName' },
  { op: 'copy', from: 'title', path: 'nickName' },
  { op: 'test', path: 'title', value },
  { op: 'replace', path: 'emails[0]', value },
  { op: 'replace', path: '/emails/0', value },
]

export default defineCheck({
  id: 'patch/json-patch-is-not-spoken',
  title: 'PATCH refuses the operations and indexes of JSON Patch',
  proves: ['RFC7644-3.5.2-02'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type', 'title'] },

  async act({ given, send }) {
    const user = await given('User', { title: '12-3' })
    const before = await send(get(user.path))
    const sent: Exchange[] = []
    for (const operation of FOREIGN_TO_SCIM) sent.push(await send(patch(user.path, operation)))
    return { before, sent, after: await send(get(user.path)) }
  },

  judge({ before, sent, after }, claim) {
    for (const one of sent) claim('RFC7644-3.5.2-02', one).status(400, reading('AMB-036/422', 422))
    claim('RFC7644-3.5.2-02', after)
      .has('/title', '12-3')
      .holds(...emailsStayed(before, after))
  },

  counterexample: ({ before, sent, after }) => ({
    before,
    sent: sent.map((one) => answering(one, { status: 200, body: bodyOf(before) })),
    after,
  }),
})
