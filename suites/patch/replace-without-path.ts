import { bodyOf, defineCheck, get, patch } from '#check'
import { answering, member } from '#scim'
import { NEW, OLD } from './values.part.ts'

export default defineCheck({
  id: 'patch/replace-without-path',
  title: 'PATCH replace without a path replaces the attributes it names',
  proves: ['RFC7644-3.5.2.3-01', 'RFC7644-3.5.2-07'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'nickName'] },
  breaks: 'Okta: deactivates users by a replace without a path (Okta, SCIM 2.0 protocol reference).',

  async act({ given, send }) {
    const user = await given('User', { title: OLD, nickName: OLD })
    const before = await send(get(user.path))
    const replaced = await send(patch(user.path, { op: 'replace', value: { title: NEW } }))
    return { before, replaced, after: await send(get(user.path)) }
  },

  judge({ before, replaced, after }, claim) {
    claim('RFC7644-3.5.2-07', replaced).succeeds()
    claim('RFC7644-3.5.2.3-01', after)
      .has('/title', NEW)
      .has('/nickName', OLD)
      .has('/userName', member(bodyOf(before), 'userName') ?? null)
  },

  counterexample: ({ before, replaced, after }) => [
    { before, replaced: answering(replaced, { status: 400 }), after },
    { before, replaced, after: answering(after, { body: { ...bodyOf(after), nickName: null } }) },
  ],
})
