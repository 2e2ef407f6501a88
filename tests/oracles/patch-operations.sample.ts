import fc from 'fast-check'
import { type Json, type JsonObject, URN } from '#scim'

/** A PATCH operation as it is sent. */
export type Operation = { op: string; path?: string; value?: Json }

/** What operations are tried on. */
export function kari(): JsonObject {
  return {
    schemas: [URN.user],
    id: 'u-1',
    userName: 'kari',
    name: { familyName: 'Nordmann', givenName: 'Kari' },
    displayName: 'Kari',
    active: true,
    meta: { resourceType: 'User' },
    emails: [
      { value: 'k@work.test', type: 'work', primary: true },
      { value: 'k@home.test', type: 'home' },
    ],
  }
}

const writing = fc.constantFrom('add', 'replace')
const text = fc.constantFrom('a', 'b', 'Kari')
const type = fc.constantFrom('work', 'home', 'other')
const address = fc.constantFrom('k@work.test', 'k@home.test', 'n@test')
const email = fc.record({ value: address, type })
const name = fc.record(
  { familyName: text, givenName: text, middleName: text },
  { requiredKeys: [], noNullPrototype: true },
)
const several = fc.uniqueArray(email, { minLength: 1, maxLength: 2, selector: ({ value }) => value })
const single = fc.constantFrom('title', 'displayName', 'nickName', 'name.familyName', 'name.middleName')
const filter = fc.oneof(
  type.map((given) => `type eq "${given}"`),
  address.map((given) => `value eq "${given}"`),
  type.map((given) => `not (type eq "${given}")`),
  fc.tuple(type, address).map(([one, other]) => `type eq "${one}" and value ew "${other.slice(2)}"`),
)
const selected = filter.map((condition) => `emails[${condition}]`)

function operation(op: fc.Arbitrary<string>, path: fc.Arbitrary<string>, value?: fc.Arbitrary<Json>) {
  return fc.record(
    { op, path, ...(value && { value }) },
    { noNullPrototype: true },
  ) as fc.Arbitrary<Operation>
}
const withoutPath = fc.record(
  { title: text, displayName: text, active: fc.boolean(), name, emails: several },
  { requiredKeys: [], noNullPrototype: true },
)

const operationsOneByOne: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 3, arbitrary: operation(writing, single, text) },
  { weight: 2, arbitrary: operation(fc.constant('remove'), single) },
  { weight: 1, arbitrary: operation(writing, fc.constant('active'), fc.boolean()) },
  { weight: 2, arbitrary: operation(writing, fc.constant('name'), name as fc.Arbitrary<Json>) },
  { weight: 2, arbitrary: operation(writing, fc.constant('emails'), several as fc.Arbitrary<Json>) },
  { weight: 1, arbitrary: operation(fc.constant('remove'), fc.constantFrom('emails', 'name')) },
  { weight: 2, arbitrary: operation(fc.constant('remove'), selected) },
  {
    weight: 2,
    arbitrary: operation(
      fc.constant('replace'),
      selected.map((path) => `${path}.value`),
      address,
    ),
  },
  { weight: 1, arbitrary: operation(fc.constant('replace'), selected, email as fc.Arbitrary<Json>) },
  {
    weight: 2,
    arbitrary: fc.record(
      { op: writing, value: withoutPath },
      { noNullPrototype: true },
    ) as fc.Arbitrary<Operation>,
  },
)

/** Generated operations that make sense for the resource: known attributes, values of their type. */
export const operations: fc.Arbitrary<Operation[]> = fc.array(operationsOneByOne, {
  minLength: 1,
  maxLength: 3,
})
