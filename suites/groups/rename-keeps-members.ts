import { bodyOf, defineCheck, patch, pointTo } from '#check'
import { answering, type Exchange } from '#scim'
import { changeGroup, membersAre, membersSent } from './members.part.ts'

const nameIn = ({ request }: Exchange) => String(pointTo(request.body, '/Operations/0/value'))

export default defineCheck({
  id: 'groups/rename-keeps-members',
  title: 'Renaming a group keeps its members and its id',
  proves: ['RFC7644-3.5.2.3-02', 'RFC7643-3.1-07'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  act: (act) =>
    changeGroup(act, { members: 3 }, ({ path }) =>
      patch(path, { op: 'replace', path: 'displayName', value: act.mark('24-7') }),
    ),

  judge({ created, before, changed, after }, claim) {
    const expected = membersSent(created)
    const [wanted, actual] = [nameIn(changed), bodyOf(after)?.displayName]
    claim('RFC7644-3.5.2.3-02', changed).succeeds()
    claim('RFC7644-3.5.2.3-02', after)
      .holds(String(actual).toLowerCase() === wanted.toLowerCase(), {
        expected: wanted,
        actual,
        pointer: '/displayName',
      })
      .holds(...membersAre(before, after, expected))
    claim('RFC7643-3.1-07', after).has('/id', bodyOf(before)?.id ?? null)
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), id: 'another', members: [] } }),
  }),
})
