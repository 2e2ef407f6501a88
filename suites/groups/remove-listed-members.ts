import { bodyOf, defineCheck, elementsOf, isSuccess, memberIds, patch } from '#check'
import { answering, sameJson } from '#scim'
import { changeGroup, membersSent, membersWritten } from './members.part.ts'

export default defineCheck({
  id: 'groups/remove-listed-members',
  title: 'A removal that lists members in its value never leaves them in',
  proves: ['RFC7644-3.5.2.2-03', 'RFC7644-3.5.2-21'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Entra and authentik remove members in this way: kept with 200, access is not revoked (INC-005 tells the other harm).',

  act: (act) =>
    changeGroup(act, { members: 3 }, ({ path }, references) =>
      patch(path, { op: 'remove', path: 'members', value: references.slice(1, 2) }),
    ),

  judge({ created, before, changed, after }, claim) {
    const members = membersSent(created).sort()
    const actual = memberIds(bodyOf(after))
    const shown = memberIds(bodyOf(before)).length > 0
    const listed = membersWritten(changed)
    const others = members.filter((id) => !listed.includes(id))
    // AMB-063: by the text all go, as the client means it only those listed; it may be refused as well.
    const allowed = isSuccess(changed) ? [[], others] : [members]
    const ok = !shown || allowed.some((one) => sameJson(one, actual))
    const row = isSuccess(changed) ? 'RFC7644-3.5.2.2-03' : 'RFC7644-3.5.2-21'
    const { status = 0 } = changed.response ?? {}
    claim('RFC7644-3.5.2.2-03', changed).holds(status >= 200 && status < 500, {
      what: 'status',
      expected: '2xx or 4xx',
      actual: status,
    })
    claim('RFC7644-3.5.2-21', after).status(200)
    claim(row, after).holds(ok, { what: 'members', expected: allowed, actual })
  },

  counterexample: ({ after, changed, ...seen }) => {
    const members = elementsOf(bodyOf(seen.before), 'members')
    return [
      { ...seen, changed, after: answering(after, { body: { ...bodyOf(after), members } }) },
      { ...seen, changed: answering(changed, { status: 400 }), after },
    ]
  },
})
