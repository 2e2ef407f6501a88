import { type JsonObject, URN } from '#scim'
import { type Attribute, builtinModels, type ResourceModel } from '#scim/schema'

const { User } = builtinModels()

/** The User of RFC 7643 has no integer. */
const age: Attribute = {
  name: 'age',
  type: 'integer',
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  subAttributes: [],
}

export const model: ResourceModel = {
  ...User,
  core: { ...User.core, attributes: [...User.core.attributes, age] },
}

/** What filters are tried on. Lower case throughout, because the oracles know no schema and hence no caseExact. */
export const directory: JsonObject[] = [
  {
    id: '0',
    userName: 'ann',
    externalId: 'e0',
    displayName: 'ann berg',
    title: 'chief',
    age: 3,
    active: true,
    name: { familyName: 'berg', givenName: 'ann' },
    emails: [
      { value: 'ann@work.test', type: 'work', primary: true },
      { value: 'ann@home.test', type: 'home', primary: false },
    ],
    [URN.enterpriseUser]: { department: 'it', manager: { value: '1' } },
  },
  {
    id: '1',
    userName: 'bob',
    displayName: 'a) or (b',
    age: 10,
    active: false,
    name: { familyName: 'a and b', givenName: 'bob' },
    emails: [{ value: 'bob@home.test', type: 'home', primary: true }],
    [URN.enterpriseUser]: { department: 'hr' },
  },
  {
    id: '2',
    userName: 'x"y\\z',
    title: 'nurse',
    age: 9,
    active: true,
    emails: [{ value: 'x@work.test', type: 'work' }],
  },
  { id: '3', userName: 'eve', name: { givenName: 'eve' }, title: 'chief' },
]
