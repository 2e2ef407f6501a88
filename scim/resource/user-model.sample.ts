import { type JsonObject, URN } from '../message/index.ts'
import type { Attribute, AttributeType, ResourceModel } from '../schema/model.ts'

/** A resource type for tests, with an attribute of every kind that filters and PATCH tell apart. */
function attribute(name: string, type: AttributeType = 'string', rest: Partial<Attribute> = {}): Attribute {
  const defaults = { multiValued: false, required: false, caseExact: false, subAttributes: [] } as const
  const rules = { mutability: 'readWrite', returned: 'default', uniqueness: 'none' } as const
  return { name, type, ...defaults, ...rules, ...rest }
}

const several = { multiValued: true } as const
const readOnly = { mutability: 'readOnly' } as const
const immutable = { mutability: 'immutable' } as const
const exact = { caseExact: true } as const

function complex(name: string, subAttributes: Attribute[], rest: Partial<Attribute> = {}): Attribute {
  return attribute(name, 'complex', { subAttributes, ...rest })
}

const valueTypePrimary = [
  attribute('value'),
  attribute('display'),
  attribute('type'),
  attribute('primary', 'boolean'),
]

const core: Attribute[] = [
  attribute('schemas', 'reference', { ...several, required: true, ...exact }),
  attribute('id', 'string', { ...readOnly, ...exact, required: true }),
  attribute('externalId', 'string', exact),
  complex(
    'meta',
    [attribute('resourceType'), attribute('created', 'dateTime'), attribute('lastModified', 'dateTime')],
    readOnly,
  ),
  attribute('userName', 'string', { required: true }),
  complex('name', [attribute('formatted'), attribute('familyName'), attribute('givenName')]),
  attribute('displayName'),
  attribute('title'),
  attribute('active', 'boolean'),
  attribute('hired', 'dateTime'),
  attribute('age', 'integer'),
  attribute('score', 'decimal'),
  attribute('badge', 'string', immutable),
  attribute('tags', 'string', several),
  complex('emails', valueTypePrimary, several),
  complex('roles', valueTypePrimary, several),
  complex('addresses', [attribute('formatted'), attribute('locality'), attribute('type')], several),
  complex('groups', [attribute('value')], { ...several, ...readOnly }),
  complex(
    'members',
    [
      attribute('value', 'string', { ...immutable, ...exact }),
      attribute('$ref', 'reference', { ...immutable, ...exact }),
      attribute('type', 'string', immutable),
      attribute('display', 'string', readOnly),
    ],
    several,
  ),
  complex('certificates', [attribute('value', 'binary'), attribute('label')], several),
]

const enterprise: Attribute[] = [
  attribute('employeeNumber'),
  attribute('department'),
  complex('manager', [
    attribute('value', 'string', exact),
    attribute('$ref', 'reference', exact),
    attribute('displayName', 'string', readOnly),
  ]),
]

export const model: ResourceModel = {
  type: {
    name: 'User',
    endpoint: '/Users',
    schema: URN.user,
    schemaExtensions: [
      { schema: URN.enterpriseUser, required: false },
      { schema: URN.fiksPerson, required: false },
    ],
  },
  core: { id: URN.user, name: 'User', attributes: core },
  extensions: [
    { schema: { id: URN.enterpriseUser, name: 'Enterprise', attributes: enterprise }, required: false },
    {
      schema: {
        id: URN.fiksPerson,
        name: 'Person',
        attributes: [attribute('foedselsnummer', 'string', exact)],
      },
      required: false,
    },
  ],
}

export const urns = [URN.user, URN.enterpriseUser, URN.fiksPerson]

export function kari(): JsonObject {
  return {
    schemas: [URN.user, URN.enterpriseUser],
    id: 'u-1',
    externalId: 'Ext-1',
    meta: { resourceType: 'User', created: '2024-05-01T10:00:00Z', lastModified: '2024-05-02T10:00:00Z' },
    userName: 'Kari.Nordmann',
    name: { familyName: 'Nordmann', givenName: 'Kari' },
    active: true,
    age: 9,
    score: 1.5,
    tags: ['Red', 'blue'],
    emails: [
      { value: 'kari@work.example', type: 'work', primary: true },
      { value: 'kari@home.example', type: 'home' },
    ],
    [URN.enterpriseUser]: { employeeNumber: '42', manager: { value: 'u-9', displayName: 'Sjef' } },
  }
}
