import { type JsonObject, type ScimRequest, URN } from '#scim'
import type { Directory, Person } from '../directory/directory.ts'
import { guidFrom } from '../wire/hash.ts'

/**
 * The other direction: an HR system that tells Entra about its people through the inbound provisioning API. Microsoft's
 * service is the target here, so nothing is sent: the requests are made, to be looked at or to be sent by whoever has an
 * account there. All of it is documented (ENT-230 to ENT-234: entra-docs inbound-provisioning-api-*.md).
 */
export interface InboundJob {
  /** Object id of the service principal. */
  readonly servicePrincipal: string
  readonly job: string
  readonly seed: string
}

/** Operations that one request may hold (ENT-232). */
const MOST_OPERATIONS = 50

/** One operation for each person who is new or changed, leavers too: they are sent with `active: false`, never deleted. */
export function uploadsFor(people: readonly Person[], directory: Directory, job: InboundJob): ScimRequest[] {
  const operations = people.map((person, n) => ({
    method: 'POST',
    bulkId: guidFrom(`${job.seed} ${person.key} ${n}`),
    path: '/Users',
    data: uploadedUser(person, directory),
  }))
  const requests = Math.ceil(operations.length / MOST_OPERATIONS)
  return Array.from({ length: requests }, (_, n) =>
    upload(operations.slice(n * MOST_OPERATIONS, (n + 1) * MOST_OPERATIONS), job),
  )
}

function upload(Operations: JsonObject[], { servicePrincipal, job }: InboundJob): ScimRequest {
  return {
    method: 'POST',
    path: `/v1.0/servicePrincipals/${servicePrincipal}/synchronization/jobs/${job}/bulkUpload`,
    headers: { 'content-type': 'application/scim+json' },
    body: { schemas: [URN.bulkRequest], Operations, failOnErrors: null },
  }
}

/**
 * Matched by employee number (ENT-233); a manager is named by the same. Leaving `active` out would disable. Who may use
 * which application is no matter of an HR system's, so only the employment counts.
 */
export function uploadedUser({ attributes, account, manager }: Person, { people }: Directory): JsonObject {
  const boss = manager === undefined ? undefined : people.get(manager)?.attributes
  const number = attributes['enterprise.employeeNumber'] ?? attributes.externalId ?? ''
  const { 'name.familyName': familyName, 'name.givenName': givenName, 'emails.work': mail } = attributes
  return {
    schemas: [URN.user, URN.enterpriseUser],
    externalId: number,
    userName: attributes.userName?.replace(/@.*/, '') ?? '',
    ...(familyName || givenName
      ? { name: { ...named('familyName', familyName), ...named('givenName', givenName) } }
      : {}),
    ...named('displayName', attributes.displayName),
    ...named('title', attributes.title),
    ...(mail ? { emails: [{ type: 'work', value: mail, primary: true }] } : {}),
    active: account === 'enabled' || account === 'suspended',
    [URN.enterpriseUser]: {
      employeeNumber: number,
      ...named('department', attributes['enterprise.department']),
      ...(boss
        ? {
            manager: {
              value: boss['enterprise.employeeNumber'] ?? boss.externalId ?? '',
              ...named('displayName', boss.displayName),
            },
          }
        : {}),
    },
  }
}

const named = (name: string, value: string | undefined): JsonObject =>
  value === undefined ? {} : { [name]: value }
