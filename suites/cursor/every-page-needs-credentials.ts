import { defineCheck, resourcesIn } from '#check'
import { answering, type Exchange, member } from '#scim'
import { firstPage } from './walk.part.ts'

/** What a refusal says apart from its words, which may differ from one request to the next. */
const gist = ({ response }: Exchange) => [
  response?.status ?? 0,
  String(member(response?.body, 'scimType') ?? ''),
]

export default defineCheck({
  id: 'cursor/every-page-needs-credentials',
  title: 'A cursor opens no page to somebody without credentials',
  proves: ['RFC9865-5.2-01', 'RFC9865-5.2-02', 'RFC9865-5.2-05'],
  needs: { features: ['cursor', 'filter', 'credentials'], resource: 'User' },

  async act(act) {
    const { ask, first, next } = await firstPage(act)
    return {
      first,
      none: await act.send(ask(next), { credentials: 'none' }),
      wrong: await act.send(ask(next), { credentials: 'wrong' }),
      invented: await act.send(ask('never-given-to-anybody'), { credentials: 'wrong' }),
    }
  },

  judge({ none, wrong, invented }, claim) {
    for (const answer of [none, wrong]) {
      claim('RFC9865-5.2-02', answer).status(400, 401, 403, 404)
      const actual = resourcesIn(answer).length
      claim('RFC9865-5.2-01', answer).holds(actual === 0, {
        what: 'number of Resources',
        expected: 0,
        actual,
      })
    }
    // Who has no rights learns nothing of which pages there are.
    const [expected, actual] = [gist(invented), gist(wrong)]
    const same = expected.every((one, at) => one === actual[at])
    claim('RFC9865-5.2-05', wrong).holds(same, { what: 'status and scimType', expected, actual })
  },

  counterexample: ({ first, none, wrong, invented }) => {
    const shown = { status: 200, body: first.response?.body ?? {} }
    return { first, none: answering(none, shown), wrong: answering(wrong, shown), invented }
  },
})
