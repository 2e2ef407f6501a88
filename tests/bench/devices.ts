import { parseResourceTypes, parseSchemas } from '#scim/schema'

const DEVICE = 'urn:example:params:scim:schemas:2.0:Device'
const LEASE = 'urn:example:params:scim:schemas:extension:lease:2.0:Device'

const text = (name: string, more: object = {}) => ({
  name,
  type: 'string',
  multiValued: false,
  required: false,
  caseExact: true,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  description: name,
  ...more,
})

/** A resource type that no RFC knows, with what neither User nor Group has: a required extension, a global uniqueness. */
export const devices = {
  resourceTypes: parseResourceTypes([
    {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
      id: 'Device',
      name: 'Device',
      endpoint: '/Devices',
      schema: DEVICE,
      schemaExtensions: [{ schema: LEASE, required: true }],
    },
  ]).resourceTypes,
  schemas: parseSchemas([
    {
      id: DEVICE,
      name: 'Device',
      attributes: [
        text('displayName', { required: true }),
        text('serialNumber', { uniqueness: 'global' }),
        text('model', { mutability: 'immutable' }),
      ],
    },
    { id: LEASE, name: 'Lease', attributes: [text('contract')] },
  ]).schemas,
}
