import { bodyOf, defineCheck, get, idsIn } from '#check'
import { member } from '#scim'
import { isAnswered, listing } from './filters.part.ts'
import { objectsIn } from './kept.part.ts'

export default defineCheck({
  id: 'attributes/missing-primary-is-not-true',
  title: 'A value without primary is not the primary one',
  proves: ['RFC7643-2.4-05'],
  needs: { features: ['filter'], resource: 'User', attributes: ['emails.value', 'emails.primary'] },
  breaks: 'Mail that goes to an address nobody chose: incident family P5',
  requests: () => 2,

  async act({ endpoint, send, shared, sharedMark, notOffered }) {
    const value = `${sharedMark('no-primary')}@scim-test.example`
    const user = await shared('User', { emails: [{ value, type: 'work' }] })
    const read = await send(get(user.path))
    // The only value may become the primary one by a rule of the target's own.
    if (objectsIn(bodyOf(read), 'emails').some(({ primary }) => primary === true))
      notOffered('the target makes the only value the primary one')
    const filter = `emails[value eq ${JSON.stringify(value)} and primary eq true]`
    const list = await send(get(endpoint('User'), { filter }))
    if (!isAnswered(list)) notOffered('the target does not filter by primary')
    return { read, list }
  },

  judge({ read, list }, claim) {
    const id = String(member(read.response?.body, 'id'))
    const actual = idsIn(list)
    const detail = { what: 'ids found', expected: 'not this user', actual }
    claim('RFC7643-2.4-05', list).status(200).holds(!actual.includes(id), detail)
  },

  counterexample: ({ read, list }) => ({
    read,
    list: listing(list, String(member(read.response?.body, 'id'))),
  }),
})
