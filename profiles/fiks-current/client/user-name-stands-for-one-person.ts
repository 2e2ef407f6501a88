import { createsIn, defineClientRule, followLeavers, instead, later, textOf, writesIn } from '#check'

export default defineClientRule({
  id: 'fiks-current/client/user-name-stands-for-one-person',
  title: 'Each person has a userName of their own, without letter case',
  proves: ['fiks/F-33'],
  breaks: 'Login by Microsoft finds the person by it.',

  judge(trace, claim) {
    const owners = new Map<string, { readonly person: string; readonly id: string | undefined }>()
    const leavers = followLeavers()
    for (const exchange of trace) {
      leavers.see(exchange)
      for (const write of writesIn([exchange])) {
        if (write.method !== 'POST' || write.endpoint !== '/Users') continue
        const actual = textOf(write, 'userName')
        const about = { what: 'userName', actual, pointer: `${write.at}/userName` }
        claim('fiks/F-33', exchange).holds(actual !== undefined, { ...about, expected: 'present' })
        if (actual === undefined) continue
        // Who is created again after a lost answer is the same person; who comes back has an account that was left.
        const person = textOf(write, 'externalId') ?? write.id ?? ''
        const owner = owners.get(actual.toLowerCase())
        const isFree = owner === undefined || owner.person === person || leavers.hasLeft(owner.id)
        claim('fiks/F-33', exchange).holds(isFree, { ...about, expected: 'that of one person' })
        if (write.done || owner === undefined) owners.set(actual.toLowerCase(), { person, id: write.id })
      }
    }
  },

  counterexample: (trace) => {
    const first = createsIn(trace, '/Users').find((write) => textOf(write, 'userName') !== undefined)
    if (!first) return []
    const { exchange } = first
    const twin = later(exchange, exchange.at + 1)
    const body = {
      ...first.body,
      externalId: 'somebody-else',
      userName: String(first.body.userName).toUpperCase(),
    }
    return instead(trace, exchange, exchange, { ...twin, request: { ...twin.request, body } })
  },
})
