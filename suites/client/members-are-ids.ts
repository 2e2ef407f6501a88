import { changed, defineClientRule, idsKnown, membersSent } from '#check'
import { URN } from '#scim'

export default defineClientRule({
  id: 'client/members-are-ids',
  title: 'The value of a member is the id of a resource',
  proves: ['RFC7643-4.2-04'],
  breaks: 'Nobody is in the group: the value is a name or a number that the server does not know.',

  judge(trace, claim) {
    const known = new Set([...idsKnown(trace, 'User'), ...idsKnown(trace, 'Group')])
    for (const { write, op, value, pointer } of membersSent(trace)) {
      // Who is taken out may be gone already.
      if (op === 'remove') continue
      const detail = { what: 'member', expected: 'an id that the endpoint gave', actual: value, pointer }
      claim('RFC7643-4.2-04', write.exchange).holds(known.has(value), detail)
    }
  },

  counterexample: (trace) => {
    const members = [{ value: 'kari.nordmann@kommune.example' }]
    const put = changed(trace, ({ method, endpoint, body }) =>
      method === 'POST' && endpoint === '/Groups' ? { ...body, members } : undefined,
    )
    if (put.length > 0) return put
    return changed(trace, ({ method, endpoint }) =>
      method === 'PATCH' && endpoint === '/Groups'
        ? { schemas: [URN.patchOp], Operations: [{ op: 'add', path: 'members', value: members }] }
        : undefined,
    )
  },
})
