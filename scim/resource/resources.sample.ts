import fc from 'fast-check'
import { type JsonObject, URN } from '../message/index.ts'

/** Arbitrary resources that fit the sample model, for property tests. */
const text = fc.constantFrom('a', 'A', 'work', 'home', 'å', '', 'x y')
const element = fc.record({ value: text, type: text, primary: fc.boolean() }, { requiredKeys: ['value'] })
const onePrimary = (list: { primary?: boolean }[]) => {
  const first = list.findIndex((item) => item.primary === true)
  return list.map((item, index) => (item.primary && index !== first ? { ...item, primary: false } : item))
}
const distinct = {
  selector: (item: { value: string }) => item.value.toLowerCase(),
  maxLength: 4,
  minLength: 1,
}
const elements = fc.uniqueArray(element, distinct).map(onePrimary)

export const values = {
  userName: text.filter((name) => name !== ''),
  displayName: text,
  active: fc.boolean(),
  age: fc.integer({ min: 0, max: 3 }),
  tags: fc.uniqueArray(text, { selector: (item) => item.toLowerCase(), minLength: 1, maxLength: 3 }),
  name: fc.record({ familyName: text, givenName: text }),
  emails: elements,
  roles: elements,
}

const shape = { schemas: fc.constant([URN.user]), id: fc.constant('u-1'), ...values }

export const resources = fc.record(shape, {
  requiredKeys: ['schemas', 'id', 'userName'],
  noNullPrototype: true,
}) as unknown as fc.Arbitrary<JsonObject>
