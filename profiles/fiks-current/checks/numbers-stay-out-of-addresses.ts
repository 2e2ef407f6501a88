import { bodyOf, defineRule, elementsOf, resourcesIn } from '#check'
import { answering, type Exchange, header, type Json, member } from '#scim'

/** Records show a placeholder where an identity number stood. */
const IS_NUMBER = /\[identity-number-/

/** Every address that an answer gives away. */
function addressesIn(exchange: Exchange): string[] {
  const resources = [bodyOf(exchange), ...resourcesIn(exchange)]
  const inside = resources.flatMap((resource) => [
    member(member(resource, 'meta'), 'location'),
    ...['members', 'groups'].flatMap((name) => elementsOf(resource, name).map((one) => member(one, '$ref'))),
  ])
  const all: (Json | undefined)[] = [
    header(exchange, 'location'),
    header(exchange, 'content-location'),
    ...inside,
  ]
  return all.filter((uri) => typeof uri === 'string')
}

export default defineRule({
  id: 'fiks-current/numbers-stay-out-of-addresses',
  title: 'No address that the service gives away holds an identity number',
  proves: ['fiks/P-11'],

  judge(exchange, claim) {
    const addresses = addressesIn(exchange)
    if (addresses.length === 0) return
    const actual = addresses.find((address) => IS_NUMBER.test(address)) ?? null
    claim('fiks/P-11', exchange).holds(actual === null, {
      what: 'address',
      expected: 'no identity number',
      actual,
    })
  },

  counterexample: (exchange, { base }) =>
    answering(exchange, { headers: { location: `${base}/Users/[identity-number-0123456789]` } }),
})
