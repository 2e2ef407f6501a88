import { bodyOf, defineCheck, escapeToken, get, isSuccess, patch, sameState } from '#check'
import { answering, type Exchange, type JsonObject } from '#scim'
import { mail } from './emails.part.ts'
import { assignedIn, NEW, OLD } from './values.part.ts'

export default defineCheck({
  id: 'patch/failing-patch-applies-nothing',
  title: 'PATCH applies no operation when the last of three fails',
  proves: ['RFC7644-3.5.2-20', 'RFC7644-3.5.2-21', 'RFC7644-3.5.2-22', 'RFC7644-3.5.2-23'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'emails.type', 'name.familyName'] },
  breaks:
    'What was refused is half done, and nobody tries it again (lightdash/lightdash#27738, Captain-P-Goldfish/SCIM-SDK#200). Cost: access not revoked, wrong access.',

  async act(act) {
    const { given, shared, send } = act
    const user = await given('User', { title: OLD })
    // Only its name is in the way; nothing is done to it.
    const other = await shared('User')
    const before = await send(get(user.path))
    const attempt = async (failing: JsonObject) => {
      const title = { op: 'replace', path: 'title', value: NEW }
      const email = { op: 'add', path: 'emails', value: [mail(act, 'two', 'home')] }
      const sent = await send(patch(user.path, title, email, failing))
      return [sent, await send(get(user.path))] as const
    }
    const attempts = [
      await attempt({ op: 'remove' }),
      await attempt({ op: 'upsert', path: 'title', value: NEW }),
      await attempt({ op: 'replace', path: 'name', value: 'Anna Berg' }),
    ]
    const [taken, afterTaken] = await attempt({
      op: 'replace',
      path: 'userName',
      value: other.sent.userName ?? null,
    })
    return {
      before,
      refused: attempts.map(([sent]) => sent),
      after: attempts.map(([, after]) => after),
      taken,
      afterTaken,
    }
  },

  judge({ before, refused, after, taken, afterTaken }, claim) {
    // A target that takes a name twice is wrong in another way, which other checks look at.
    const uniqueness = isSuccess(taken) ? [] : [{ sent: taken, state: afterTaken }]
    const attempts = refused.map((sent, index) => ({ sent, state: after[index] as Exchange }))
    for (const { sent, state } of [...attempts, ...uniqueness]) {
      const { status = 0 } = sent.response ?? {}
      claim('RFC7644-3.5.2-22', sent).holds(status >= 400 && status < 500, {
        what: 'status',
        expected: '4xx',
        actual: status,
      })
      claim('RFC7644-3.5.2-23', sent).errorBody()
      claim('RFC7644-3.5.2-20', state).status(200).has('/title', OLD)
      const now = new Map(assignedIn(state))
      for (const [name, expected] of assignedIn(before)) {
        const detail = { expected, actual: now.get(name), pointer: `/${escapeToken(name)}` }
        claim('RFC7644-3.5.2-21', state).holds(sameState(detail.actual, expected), detail)
      }
    }
  },

  counterexample: ({ before, refused, after, ...rest }) => ({
    ...rest,
    before,
    refused: refused.map((sent) => answering(sent, { status: 200, body: bodyOf(before) })),
    after: after.map((one) => answering(one, { body: { ...bodyOf(one), title: NEW, emails: [] } })),
  }),
})
