import { URN } from '../message/index.ts'
import { complex, readOnly, reference, string } from './define.ts'
import type { Schema } from './model.ts'

const manager = complex('manager', "The user's manager.", [
  string('value', 'id of the manager.', { caseExact: true }),
  reference('$ref', 'Address of the manager.', { referenceTypes: ['User'] }),
  ...readOnly([string('displayName', 'Name of the manager.')]),
])

/** RFC 7643 section 4.3. */
export const enterpriseUserSchema: Schema = {
  id: URN.enterpriseUser,
  name: 'EnterpriseUser',
  description: 'What an employer knows about a user',
  attributes: [
    string('employeeNumber', 'Number given by the organisation.'),
    string('costCenter', 'Cost centre.'),
    string('organization', 'Organisation.'),
    string('division', 'Division.'),
    string('department', 'Department.'),
    manager,
  ],
}
