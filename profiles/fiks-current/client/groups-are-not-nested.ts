import { changed, defineClientRule, idsKnown, membersSent } from '#check'
import { member, URN } from '#scim'

export default defineClientRule({
  id: 'fiks-current/client/groups-are-not-nested',
  title: 'No group is a member of a group',
  proves: ['fiks/F-53-client'],
  breaks: 'Who is in the inner group has no rights: Fiks does not resolve it.',

  judge(trace, claim) {
    const groups = idsKnown(trace, 'Group')
    for (const { write, op, value, element, pointer } of membersSent(trace)) {
      if (op === 'remove') continue
      const isGroup = groups.has(value) || String(member(element, 'type')).toLowerCase() === 'group'
      const detail = { what: 'member', expected: 'a user', actual: element, pointer }
      claim('fiks/F-53-client', write.exchange).holds(!isGroup, detail)
    }
  },

  counterexample: (trace) => {
    const [group = 'g1'] = idsKnown(trace, 'Group')
    return changed(trace, ({ method, endpoint }) =>
      method === 'PATCH' && endpoint === '/Groups'
        ? {
            schemas: [URN.patchOp],
            Operations: [{ op: 'add', path: 'members', value: [{ value: group, type: 'Group' }] }],
          }
        : undefined,
    )
  },
})
