import { URN } from '../message/index.ts'
import { complex, dateTime, readOnly, reference, string } from './define.ts'
import type { Attribute } from './model.ts'

const schemas = string('schemas', 'URNs of the schemas the resource uses.', {
  multiValued: true,
  required: true,
  returned: 'always',
})

const id = string('id', 'Identifier given by the service provider.', {
  required: true,
  caseExact: true,
  mutability: 'readOnly',
  returned: 'always',
  uniqueness: 'server',
})

const externalId = string('externalId', 'Identifier given by the client.', { caseExact: true })

const meta = readOnly([
  complex('meta', 'Facts about the resource itself.', [
    string('resourceType', 'Name of the resource type.', { caseExact: true }),
    dateTime('created', 'When the resource was added.'),
    dateTime('lastModified', 'When the resource last changed.'),
    reference('location', 'Address of the resource.', { caseExact: true }),
    string('version', 'Entity tag of the resource.', { caseExact: true }),
  ]),
])

const COMMON: readonly Attribute[] = [schemas, id, externalId, ...meta]
// SPEC: RFC7643-5 lets ServiceProviderConfig go without an id.
const WITHOUT_ID: readonly Attribute[] = [
  schemas,
  { ...id, required: false, returned: 'default' },
  externalId,
  ...meta,
]

/** The attributes every resource has whatever its schema lists (RFC 7643 section 3.1), for a core schema's URN. */
export function commonAttributes(urn: string): readonly Attribute[] {
  return urn === URN.serviceProviderConfig ? WITHOUT_ID : COMMON
}
