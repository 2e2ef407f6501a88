import { bodyOf, defineCheck, get, idsIn, search } from '#check'
import { answering, sameJson, URN } from '#scim'
import { ABSENT } from './root.part.ts'

export default defineCheck({
  id: 'search/at-the-root',
  title: 'POST .search at the root finds resources of every type',
  proves: ['RFC7644-3.4.2.1-02', 'RFC7644-3.4.2.1-05', 'RFC7644-3.2-15'],
  needs: { features: ['filter'], resource: ['User', 'Group'] },

  async act({ eventually, given, send }) {
    const [user, group] = [await given('User'), await given('Group')]
    const found = [user.id, group.id].map((id) => `id eq ${JSON.stringify(id)}`).join(' or ')
    const ask = (filter: string) => search('', { filter })
    const both = await eventually(
      ask(found),
      (list) => list.response?.status !== 200 || bodyOf(list)?.totalResults === 2,
    )
    const read = [await send(get(user.path)), await send(get(group.path))]
    return { read, both, users: await send(ask(`(${found}) and meta.resourceType eq "User"`)) }
  },

  judge({ read, both, users }, claim) {
    const ids = read.map((one) => bodyOf(one)?.id ?? null)
    for (const row of ['RFC7644-3.4.2.1-02', 'RFC7644-3.4.2.1-05', 'RFC7644-3.2-15'] as const) {
      for (const list of [both, users]) {
        const stated = claim(row, list).status(200, ...ABSENT)
        if (list.response?.status !== 200) continue
        const expected = list === both ? ids.toSorted() : ids.slice(0, 1)
        const actual = idsIn(list).sort()
        stated.holds(sameJson(actual, expected), { what: 'ids found', expected, actual })
      }
    }
  },

  counterexample: ({ read, both, users }) => {
    const nobody = { schemas: [URN.listResponse], totalResults: 0, Resources: [] }
    return { read, both: answering(both, { status: 200, body: nobody }), users }
  },
})
