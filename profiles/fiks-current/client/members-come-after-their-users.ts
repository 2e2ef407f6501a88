import { changed, defineClientRule, idsKnown, instead, membersSent, type Trace } from '#check'
import { URN } from '#scim'

export default defineClientRule({
  id: 'fiks-current/client/members-come-after-their-users',
  title: 'A member is the id of a user that was created before',
  proves: ['fiks/F-52-client', 'fiks/F-57'],
  breaks: 'The group is refused or stays empty: its members are not there yet, or are named by another key.',

  judge(trace, claim) {
    const users = idsKnown(trace, 'User')
    const groups = idsKnown(trace, 'Group')
    const before = new Map<string, number>()
    trace.forEach((exchange, index) => {
      for (const id of idsKnown([exchange], 'User')) if (!before.has(id)) before.set(id, index)
    })
    const places = new Map(trace.map((exchange, index) => [exchange, index]))
    for (const { write, op, value, pointer } of membersSent(trace)) {
      // A group as a member is a matter of its own.
      if (op === 'remove' || groups.has(value)) continue
      const about = { what: 'member', actual: value, pointer }
      const isUser = users.has(value)
      claim('fiks/F-52-client', write.exchange).holds(isUser, { ...about, expected: 'the id of a user' })
      const isThere = isUser && (before.get(value) ?? 0) < (places.get(write.exchange) ?? 0)
      claim('fiks/F-57', write.exchange).holds(isThere, {
        ...about,
        expected: 'a user that was there before',
      })
    }
  },

  counterexample: (trace): readonly Trace[] => {
    const named = changed(trace, ({ method, endpoint }) =>
      method === 'PATCH' && endpoint === '/Groups'
        ? {
            schemas: [URN.patchOp],
            Operations: [{ op: 'add', path: 'members', value: [{ value: 'an-external-id' }] }],
          }
        : undefined,
    )
    const first = membersSent(trace).find(
      ({ op, value }) => op !== 'remove' && idsKnown(trace, 'User').has(value),
    )
    if (!first) return named
    const { exchange } = first.write
    const rest = instead(trace, exchange)
    return [...named, [exchange, ...rest]]
  },
})
