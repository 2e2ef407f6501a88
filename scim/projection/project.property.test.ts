import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Json, type JsonObject, URN } from '../message/index.ts'
import { userModel } from '../schema/index.ts'
import { type ProjectionOptions, project } from './index.ts'

const model = userModel([URN.enterpriseUser, URN.fiksPerson])
const names = [
  ...[...model.core.attributes, ...model.core.attributes].flatMap(({ name, subAttributes }) => [
    name,
    ...subAttributes.map((sub) => `${name}.${sub.name}`),
  ]),
  URN.user,
  URN.fiksPerson,
  `${URN.fiksPerson}:foedselsnummer`,
  `${URN.enterpriseUser}:manager.value`,
  'nobody.knows',
]

const value: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>
const complexValue = fc.dictionary(
  fc.constantFrom('value', 'type', 'givenName', 'foedselsnummer', 'manager'),
  value,
)
const member = fc.oneof(value, complexValue, fc.array(complexValue, { maxLength: 3 })) as fc.Arbitrary<Json>
const resource = fc
  .dictionary(
    fc.constantFrom(
      'userName',
      'PASSWORD',
      'password',
      'name',
      'emails',
      'groups',
      URN.fiksPerson,
      URN.enterpriseUser,
      'x',
    ),
    member,
  )
  .map((members): JsonObject => ({ schemas: [URN.user], id: '1', ...members }))
const list = fc.array(fc.oneof(fc.constantFrom(...names), fc.string()), { maxLength: 4 })
const options: fc.Arbitrary<ProjectionOptions> = fc.record(
  { attributes: list, excludedAttributes: list, op: fc.constantFrom('read', 'write'), requested: list },
  { requiredKeys: [] },
)

function check(property: (given: JsonObject, wishes: ProjectionOptions) => void) {
  fc.assert(fc.property(resource, options, property), { numRuns: 300 })
}

describe('project, whatever is asked of it', () => {
  it('changes nothing the second time', () => {
    check((given, wishes) => {
      const once = project(given, model, wishes)
      expect(project(once, model, wishes)).toEqual(once)
    })
  })

  it('never gives away a password, and always gives the id and schemas', () => {
    check((given, wishes) => {
      const result = project(given, model, wishes)
      expect(Object.keys(result).map((name) => name.toLowerCase())).not.toContain('password')
      expect(result).toMatchObject({ id: '1', schemas: [URN.user] })
    })
  })

  it('gives no member that was not there, and leaves the resource alone', () => {
    check((given, wishes) => {
      const before = structuredClone(given)
      const extra = Object.keys(project(given, model, wishes)).filter((name) => !Object.hasOwn(given, name))
      expect(extra).toEqual([])
      expect(given).toEqual(before)
    })
  })
})
