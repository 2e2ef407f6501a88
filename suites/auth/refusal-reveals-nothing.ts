import { bodyOf, defineCheck, get } from '#check'
import { answering, type Exchange, member } from '#scim'

export default defineCheck({
  id: 'auth/refusal-reveals-nothing',
  title: 'Who has no credentials learns nothing about a user',
  proves: ['RFC7644-2-08'],
  needs: { features: ['credentials', 'filter'], resource: 'User' },
  each: () => [{ name: 'none' }, { name: 'wrong' }],

  async act({ blocked, endpoint, of, send, shared }) {
    const user = await shared('User')
    const credentials = of.name === 'none' ? 'none' : 'wrong'
    const filter = `externalId eq "${String(user.sent.externalId)}"`
    const own = await send(get(user.path))
    // Without a word to look for, nothing would be found in any answer.
    if (typeof member(bodyOf(own), 'userName') !== 'string') blocked('the target does not show a userName')
    return {
      own,
      alone: await send(get(user.path), { credentials }),
      list: await send(get(endpoint('User'), { filter }), { credentials }),
    }
  },

  judge({ own, alone, list }, claim) {
    const secret = member(bodyOf(own), 'userName')
    const tells = ({ response }: Exchange) =>
      response?.text.toLowerCase().includes(String(secret).toLowerCase())
    for (const answer of [alone, list]) {
      const actual = tells(answer) ? (answer.response?.text ?? '') : 'nothing'
      const expected = 'no word about the user'
      claim('RFC7644-2-08', answer).holds(!tells(answer), { expected, actual })
    }
  },

  counterexample: ({ own, alone, list }) => ({
    own,
    alone: answering(alone, { status: 403, body: bodyOf(own) ?? {} }),
    list,
  }),
})
