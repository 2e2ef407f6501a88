import { bodyOf, defineCheck, memberIds, patch, pointTo } from '#check'
import { answering, sameJson } from '#scim'
import { changeGroup, membersSent, membersWith } from './members.part.ts'

export default defineCheck({
  id: 'groups/member-cannot-become-another',
  title: 'A member is not turned into another one by PATCH of its value',
  proves: ['RFC7643-4.2-03'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  act: (act) =>
    changeGroup(act, { members: 2, others: 1 }, ({ path }, [first, , other]) => {
      const value = other?.value ?? ''
      return patch(path, { op: 'replace', path: `${membersWith(first)}.value`, value })
    }),

  judge({ created, before, changed, after }, claim) {
    const members = membersSent(created)
    const swapped = [...members.slice(1), String(pointTo(changed.request.body, '/Operations/0/value'))].sort()
    const [shown, actual] = [memberIds(bodyOf(before)), memberIds(bodyOf(after))]
    const { status = 0 } = changed.response ?? {}
    const accepted = status >= 200 && status < 300
    const refused = status >= 400 && status < 500
    claim('RFC7643-4.2-03', changed).holds(accepted || refused, {
      what: 'status',
      expected: '4xx',
      actual: status,
      ...(accepted ? { reading: 'AMB-027/changed' as const } : {}),
    })
    // Done or not done: half of it, or more than it, is neither.
    const allowed = [members.sort(), ...(accepted ? [swapped] : [])]
    claim('RFC7643-4.2-03', after).holds(shown.length === 0 || allowed.some((one) => sameJson(one, actual)), {
      what: 'members',
      expected: allowed,
      actual,
    })
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), members: [] } }),
  }),
})
