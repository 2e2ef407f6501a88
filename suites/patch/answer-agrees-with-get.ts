import { bodyOf, defineCheck, escapeToken, get, patch, sameState } from '#check'
import { answering } from '#scim'
import { assignedIn } from './values.part.ts'

export default defineCheck({
  id: 'patch/answer-agrees-with-get',
  title: 'PATCH answers with the whole resource or with nothing',
  proves: ['RFC7644-3.5.2-24', 'RFC7644-3.5.2-25', 'RFC7644-3.1-08'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send }) {
    const user = await given('User')
    const replaced = await send(patch(user.path, { op: 'replace', path: 'title', value: '24-7' }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    const { status, text } = replaced.response ?? {}
    claim('RFC7644-3.5.2-24', replaced).status(200, 204)
    claim('RFC7644-3.5.2-25', replaced).holds(status !== 204 || text === '', {
      what: 'body of a 204',
      expected: 'none',
      actual: text,
    })
    claim('RFC7644-3.1-08', after).has('/title')
    if (status === 204) return
    claim('RFC7644-3.5.2-24', replaced).has('/id', bodyOf(after)?.id ?? null)
    const answer = bodyOf(replaced) ?? {}
    for (const [name, expected] of assignedIn(after)) {
      const actual = Object.hasOwn(answer, name) ? answer[name] : undefined
      const pointer = `/${escapeToken(name)}`
      claim('RFC7644-3.1-08', replaced).holds(sameState(actual, expected), { expected, actual, pointer })
    }
  },

  counterexample: ({ replaced, after }) => [
    { replaced: answering(replaced, { status: 202 }), after },
    { replaced: answering(replaced, { status: 204, body: {}, text: '{}' }), after },
    { replaced: answering(replaced, { status: 200, body: { ...bodyOf(after), title: '12-3' } }), after },
  ],
})
