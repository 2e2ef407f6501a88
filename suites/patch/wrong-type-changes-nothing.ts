import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering, type Exchange, type Json } from '#scim'
import { emailsStayed } from './emails.part.ts'

const WRONG: readonly (readonly [path: string, value: Json])[] = [
  ['active', 'notaboolean'],
  ['title', { text: '24-7' }],
  ['title', ['24-7', '25-8']],
  ['emails', [17, true]],
]

export default defineCheck({
  id: 'patch/wrong-type-changes-nothing',
  title: 'PATCH with a value of the wrong type is refused',
  proves: ['RFC7644-3.5.2-10', 'RFC7644-3.5.2-13'],
  needs: { features: ['patch'], resource: 'User', attributes: ['active', 'title', 'emails.value'] },

  async act({ given, send }) {
    const user = await given('User', { active: true, title: '12-3' })
    const before = await send(get(user.path))
    const replaced: Exchange[] = []
    for (const [path, value] of WRONG)
      replaced.push(await send(patch(user.path, { op: 'replace', path, value })))
    return { before, replaced, after: await send(get(user.path)) }
  },

  judge({ before, replaced, after }, claim) {
    for (const one of replaced)
      claim('RFC7644-3.5.2-13', one).status(400, reading('AMB-036/422', 422)).errorBody()
    claim('RFC7644-3.5.2-10', after)
      .has('/active', true)
      .has('/title', '12-3')
      .holds(...emailsStayed(before, after))
  },

  counterexample: ({ before, replaced, after }) => ({
    before,
    replaced: replaced.map((one) => answering(one, { status: 200, body: bodyOf(after) })),
    after: answering(after, { body: { ...bodyOf(after), active: false } }),
  }),
})
