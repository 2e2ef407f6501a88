import type { AttributeChanges, AttributeName, Attributes } from '../directory/attributes.ts'
import { IDENTITY_NUMBERS } from './identity-number.ts'
import type { Node } from './node.ts'

export const SINGLE = [
  'userName',
  'externalId',
  'displayName',
  'nickName',
  'title',
  'userType',
  'preferredLanguage',
  'locale',
  'timezone',
  'roles',
] as const
export const NAME = ['givenName', 'middleName', 'familyName', 'formatted', 'honorificPrefix'] as const
export const ENTERPRISE = ['department', 'employeeNumber', 'costCenter', 'organization', 'division'] as const
export const PHONES = ['work', 'mobile', 'fax'] as const
export const ADDRESS = ['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'] as const
export const PERSON = [
  ...SINGLE,
  'name',
  'emails',
  'phoneNumbers',
  'address',
  'enterprise',
  'nationalId',
] as const
export const EMAIL_TYPES = ['work', 'home', 'other'] as const

/** What a scenario says of somebody, whole. */
export function readPerson(node: Node): Attributes {
  const changes = readAttributes(node, 'a person', false)
  if (changes.userName === undefined) {
    node.fail('this person has no userName; add "userName: somebody@test.kommune.example"')
  }
  return changes as Attributes
}

/** What is new about somebody; `null` takes a value away. */
export function readChanges(node: Node): AttributeChanges {
  const changes = readAttributes(node, 'what changes about a person', true)
  if (Object.keys(changes).length === 0) node.fail('nothing changes here; name at least one attribute')
  if (changes.userName === null) node.fail('userName cannot be taken away; give a new one')
  return changes
}

/** Attributes, and `active` besides, for what is expected of somebody. */
export function readExpected(node: Node): { attributes: AttributeChanges; active?: boolean } {
  const active = node.fields('what a person has', [...PERSON, 'active']).get('active')
  const attributes = readAttributes(node, 'what a person has', true, ['active'])
  return active ? { attributes, active: active.flag('active') } : { attributes }
}

function readAttributes(
  node: Node,
  what: string,
  nullable: boolean,
  beside: readonly string[] = [],
): AttributeChanges {
  const fields = node.fields(what, [...PERSON, ...beside])
  const values: [AttributeName, string | null][] = []
  const take = (name: AttributeName, value: Node | undefined) => {
    if (value) values.push([name, nullable && value.isNull ? null : value.text(name)])
  }
  for (const name of SINGLE) take(name, fields.get(name))
  const name = fields.get('name')?.fields('name', NAME)
  for (const part of NAME) take(`name.${part}`, name?.get(part))
  const enterprise = fields.get('enterprise')?.fields('enterprise', ENTERPRISE)
  for (const part of ENTERPRISE) take(`enterprise.${part}`, enterprise?.get(part))
  const phones = fields.get('phoneNumbers')?.fields('phoneNumbers', PHONES)
  for (const type of PHONES) take(`phoneNumbers.${type}`, phones?.get(type))
  const address = fields.get('address')?.fields('address', ADDRESS)
  for (const part of ADDRESS) take(`addresses.work.${part}`, address?.get(part))
  for (const [type, value] of readEmails(fields.get('emails'))) take(`emails.${type}`, value)
  take('nationalId', readNationalId(fields.get('nationalId')))
  return Object.fromEntries(values)
}

function readEmails(node: Node | undefined): [(typeof EMAIL_TYPES)[number], Node][] {
  const emails = (node?.list('emails') ?? []).map((item) => {
    if (!item.isMapping) return ['work', item] as [(typeof EMAIL_TYPES)[number], Node]
    const fields = item.fields('an e-mail', ['value', 'type'])
    const type = fields.get('type')?.oneOf('the type of an e-mail', EMAIL_TYPES) ?? 'work'
    const value = fields.get('value') ?? item.fail('this e-mail has no value; add "value: …"')
    return [type, value] as [(typeof EMAIL_TYPES)[number], Node]
  })
  const types = emails.map(([type]) => type)
  const twice = emails.find(([type], index) => types.indexOf(type) !== index)
  if (twice) twice[1].fail(`a second e-mail of type "${twice[0]}"; one of each type can be conveyed`)
  return emails
}

/** A number is never written in a file, not even a synthetic one: nobody could tell by looking. */
function readNationalId(node: Node | undefined): Node | undefined {
  if (node && !node.isNull && !IDENTITY_NUMBERS.some((words) => node.found === `found "${words}"`)) {
    node.fail(
      `nationalId takes only ${IDENTITY_NUMBERS.map((words) => `"${words}"`).join(', ')}; the simulator makes a number that nobody can have`,
    )
  }
  return node
}
