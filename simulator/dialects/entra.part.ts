import { isObject, type JsonObject, member, type ScimRequest, URN } from '#scim'
import { at, type Dialect, type Draft, type Habit } from '../dialect.ts'
import { ATTRIBUTES } from '../directory/attributes.ts'
import type { Person } from '../directory/directory.ts'
import type { Policy } from '../policy.ts'
import {
  type Conveyed,
  compose,
  extensionOf,
  isElement,
  patchPath,
  rolesOf,
  type Values,
} from '../wire/attribute.ts'
import { equals, formQuery } from '../wire/form.ts'
import { conveyedRoles, ROLE_HABITS, rolesInCreate } from './entra-roles.part.ts'

/** What Entra does with and without the flag `aadOptscim062020`. */
export const SHARED_HABITS = {
  probe: {
    says: 'Every cycle begins with a query for a random GUID, among users and among groups',
    source:
      'ENT-030, ENT-031, ENT-032: entra-docs use-scim-to-provision-users-and-groups.md; jelhub/scimgateway',
    confidence: 'documented',
  },
  'form-encoded-query': {
    says: 'Queries are form-encoded: a blank is "+", a quote %22, "@" %40',
    source: 'ENT-008: MicrosoftDocs/azure-docs#94189, #21660; OneUptime/oneuptime#2134',
    confidence: 'observed',
    departs: 'AMB-098',
    mayBeReadOtherwise: true,
  },
  'match-by-name': {
    says: 'An object without a link is looked for by userName (users) or displayName (groups)',
    source: 'ENT-060: entra-docs use-scim-to-provision-users-and-groups.md',
    confidence: 'documented',
  },
  'match-as-mapped': {
    says: 'An object without a link is looked for by whatever attribute is mapped for matching, one after the other',
    source:
      'ENT-060, ENT-061, ENT-062: entra-docs customize-application-attributes.md; rancher/rancher#54869',
    confidence: 'documented',
  },
  'several-looked-up-first': {
    says: 'Where there are many, several users are looked up in a row, and then those who are missing are made',
    source: 'ENT-044: that it sends requests side by side is likely, in which order is not known',
    confidence: 'inferred',
  },
  'value-path-in-filter': {
    says: 'A filter may go on after a value path, as in emails[type eq "work"].value eq "…", which the grammar of filters does not know',
    source: 'ENT-060: entra-docs use-scim-to-provision-users-and-groups.md',
    confidence: 'documented',
    departs: 'RFC 7644 section 3.4.2.2',
    mayBeReadOtherwise: true,
  },
  'version-header': {
    says: 'A header ADSCIMVersion came along in 2019',
    source: 'ENT-010: MicrosoftDocs/azure-docs#21660',
    confidence: 'observed',
  },
  'members-excluded': {
    says: 'Groups are read and queried without members; excludedAttributes comes first in the query',
    source: 'ENT-009, ENT-013, ENT-152: entra-docs use-scim-to-provision-users-and-groups.md',
    confidence: 'documented',
  },
  'charset-in-content-type': {
    says: 'Bodies are announced as application/scim+json; charset=utf-8',
    source: 'ENT-006: MicrosoftDocs/azure-docs#12728',
    confidence: 'observed',
  },
  'enterprise-schema-always-listed': {
    says: 'A new user lists the core and the enterprise schema, whether or not it has enterprise attributes',
    source: 'ENT-070, ENT-071, ENT-072: entra-docs; learn.microsoft.com Q&A 1684621',
    confidence: 'documented',
  },
  'short-user': {
    says: 'A new user lists only the schemas that it has attributes of, and has no meta',
    source: 'ENT-070, ENT-172: entra-docs customize-application-attributes.md',
    confidence: 'documented',
  },
  'unlisted-extension': {
    says: 'A custom extension is in the body but not in schemas',
    source: 'ENT-070: entra-docs customize-application-attributes.md; learn.microsoft.com Q&A 1684621',
    confidence: 'observed',
    departs: 'AMB-014',
    mayBeReadOtherwise: true,
  },
  'manager-in-create': {
    says: 'A new user names a manager who has an account already, as a plain string. Mostly the manager is deferred, so this is a setting',
    source: 'ENT-082: apache/directory-scimple#1242',
    confidence: 'observed',
    departs: 'RFC 7643 section 4.3',
    mayBeReadOtherwise: true,
  },
  'group-without-members': {
    says: 'A group is created empty; members follow one by one',
    source: 'ENT-150, ENT-151: learn.microsoft.com Q&A 637791',
    confidence: 'observed',
  },
  'group-as-in-guide': {
    says: 'A new group lists a second schema of Microsoft’s own, of which it has no attributes, and has no members',
    source: 'ENT-150: entra-docs use-scim-to-provision-users-and-groups.md',
    confidence: 'documented',
    departs: 'AMB-014',
  },
  'read-before-update': {
    says: 'An object is read by id before an update, and only what differs is sent',
    source: 'ENT-090, ENT-091: entra-docs how-provisioning-works.md; MicrosoftDocs/azure-docs#11784',
    confidence: 'documented',
  },
  'add-when-unassigned': {
    says: 'Add where the target returned no value, Replace where it returned another one',
    source: 'ENT-102: learn.microsoft.com Q&A 1684621; rancher/rancher#54025',
    confidence: 'observed',
  },
  'add-with-value-filter': {
    says: 'Add with emails[type eq "work"].value expects the element to be made',
    source: 'ENT-110: Captain-P-Goldfish/SCIM-SDK#416; learn.microsoft.com Q&A 1684621',
    confidence: 'observed',
    departs: 'AMB-054',
    mayBeReadOtherwise: true,
  },
  'cleared-attributes-not-sent': {
    says: 'Nothing is sent when an attribute is cleared',
    source: 'ENT-112: entra-docs known-issues.md',
    confidence: 'documented',
  },
  'out-of-scope-left-out': {
    says: 'A manager or member who is out of scope when the reference is due is left out, and not made up for by coming into scope later: only by a restart',
    source: 'ENT-125, ENT-161: entra-docs known-issues.md',
    confidence: 'documented',
  },
  'mapping-begins-anew': {
    says: 'After a change of the mapping everybody and every group is looked at once more, with the links that there are, and what differs is sent',
    source: 'ENT-047: entra-docs how-provisioning-works.md, customize-application-attributes.md; S28',
    confidence: 'documented',
  },
  'active-told-again': {
    says: 'Where the target shows active as text, or not at all, it is sent again in every cycle',
    source: 'ENT-116: getsentry/sentry-docs#16258; S66',
    confidence: 'observed',
  },
  'manager-must-be-complex': {
    says: 'A user whose manager the target shows as text cannot be read, and nothing is sent about it',
    source: 'ENT-126: Budibase/budibase#15369; S67',
    confidence: 'observed',
  },
  'nested-group-by-id': {
    says: 'A group that is a member of a group is sent as a member with its id where it is provisioned itself; otherwise it is left out. Its people never stand for it',
    source:
      'ENT-050, ENT-162: entra-docs how-provisioning-works.md, known-issues.md; AzureAD/BYOA-Provisioning-Samples#26',
    confidence: 'documented',
    departs: 'AMB-028',
  },
  'scoping-filter': {
    says: 'In scope is who is assigned, by name or as a direct member of an assigned group, and passes one of the scoping filters; who falls out of scope is disabled',
    source:
      'ENT-050, ENT-130: entra-docs how-provisioning-works.md, define-conditional-rules-for-provisioning-user-accounts.md',
    confidence: 'documented',
  },
  'disabled-not-deleted': {
    says: 'Who leaves is disabled; the link is kept and used again on return',
    source: 'ENT-130, ENT-137: entra-docs how-provisioning-works.md',
    confidence: 'documented',
  },
  'deleted-when-purged': {
    says: 'Only a hard delete in the directory deletes the account; groups are deleted at once',
    source: 'ENT-133, ENT-163: entra-docs how-provisioning-works.md',
    confidence: 'documented',
  },
  'one-member-per-request': {
    says: 'Members are added and removed one in a request',
    source: 'ENT-155, ENT-159: ssoready/ssoready#159; grokability/snipe-it#19115',
    confidence: 'observed',
  },
  'several-members-per-request': {
    says: 'Several members stand in one request where the application was built for that',
    source: 'ENT-159: entra-docs use-scim-to-provision-users-and-groups.md',
    confidence: 'documented',
  },
  'manager-as-string': {
    says: 'The manager follows when both exist, as a plain string instead of a complex value',
    source: 'ENT-120, ENT-121: Captain-P-Goldfish/SCIM-SDK#686',
    confidence: 'observed',
    departs: 'RFC 7643 section 4.3',
    mayBeReadOtherwise: true,
  },
  ...ROLE_HABITS,
} satisfies Record<string, Habit>

type Shared = keyof typeof SHARED_HABITS
export type Settings = Partial<Policy>

export const MANAGER = `${URN.enterpriseUser}:manager`
const GUIDE_GROUP = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'
const EXTENSIONS_LAST = /^urn:/

/** All but how updates are written. */
export function sharedFacts(settings: Settings) {
  const sent = (request: ScimRequest, habits: readonly Shared[]) => drafted(request, habits, settings)
  const users = settings.matchUsers?.[0] ?? 'userName'
  const groups = settings.matchGroups?.[0] ?? 'displayName'
  return {
    rhythm: 'cycle',
    phases: ['users', 'groups', 'deletions', 'managers', 'memberships'],
    memberships: 'group by group',
    clears: false,
    failedProbe: 'stop',
    conflict: 'report',
    lost: 'report',
    outOfScope: 'wait for a restart',
    newMapping: 'initial cycle',
    nestedGroups: { become: 'members', habit: 'nested-group-by-id' },
    scoping: 'scoping-filter',
    repeatsActive: 'active-told-again',
    unreadable: managerAsText,
    afterMatch: 'hit',
    notFoundIsNone: false,
    policy: {},
    groupAttributes: ['externalId', 'displayName'],
    namesManagerInCreate: settings.managers === 'in the create',
    pilesUp: settings.roles === 'single' || settings.roles === 'complex' ? ['roles'] : [],
    valuesOf: (person) => valuesOf(person, settings),
    probe: (guid) => [
      sent(query('/Users', users, guid('user')), ['probe', 'form-encoded-query', ...pathHabits(users)]),
      sent(query('/Groups', groups, guid('group')), ['probe', 'members-excluded', 'form-encoded-query']),
    ],
    looksUpTogether: 'several-looked-up-first',
    findUser: (values, attribute) =>
      sent(query('/Users', attribute, String(values.get(attribute))), [
        attribute === 'userName' ? 'match-by-name' : 'match-as-mapped',
        'form-encoded-query',
        ...pathHabits(attribute),
      ]),
    findGroup: (values, attribute) =>
      sent(query('/Groups', attribute, String(values.get(attribute))), [
        attribute === 'displayName' ? 'match-by-name' : 'match-as-mapped',
        'members-excluded',
        'form-encoded-query',
      ]),
    createUser: (values, known) => {
      const manager = settings.managers === 'in the create' ? known : undefined
      const body = newUser(values, settings, manager)
      return sent(writing('POST', '/Users', body), habitsOfUser(values, settings, manager))
    },
    createGroup: (values) =>
      sent(writing('POST', '/Groups', newGroup(values, settings)), [
        'charset-in-content-type',
        settings.groupShape === 'guide' ? 'group-as-in-guide' : 'group-without-members',
      ]),
    readUser: (id) => sent({ method: 'GET', path: at('/Users', id) }, ['read-before-update']),
    readGroup: (id) =>
      sent({ method: 'GET', path: `${at('/Groups', id)}?excludedAttributes=members` }, [
        'read-before-update',
        'members-excluded',
      ]),
    deleteUser: (id) => sent({ method: 'DELETE', path: at('/Users', id) }, ['deleted-when-purged']),
    deleteGroup: (id) => sent({ method: 'DELETE', path: at('/Groups', id) }, ['deleted-when-purged']),
  } satisfies Partial<Dialect<Shared>>
}

function managerAsText(user: JsonObject) {
  const manager = member(member(user, URN.enterpriseUser), 'manager')
  if (manager === undefined || manager === null || isObject(manager)) return undefined
  return { why: 'the manager is not shown as a complex value', habit: 'manager-must-be-complex' } as const
}

/** A PATCH. */
export function patching<Id extends string>(
  path: string,
  operations: readonly JsonObject[],
  habits: readonly Id[],
  settings: Settings,
): Draft<Id | Shared> {
  const body = { schemas: [URN.patchOp], Operations: [...operations] }
  return drafted(writing('PATCH', path, body), ['charset-in-content-type', ...habits], settings)
}

function writing(method: 'POST' | 'PATCH', path: string, body: JsonObject): ScimRequest {
  return { method, path, headers: { 'content-type': 'application/scim+json; charset=utf-8' }, body }
}

function drafted<Id extends string>(
  request: ScimRequest,
  habits: readonly Id[],
  { versionHeader }: Settings,
): Draft<Id | 'version-header'> {
  if (!versionHeader) return { request, habits }
  const headers = { ...request.headers, ADSCIMVersion: '5.0' }
  return { request: { ...request, headers }, habits: [...habits, 'version-header'] }
}

/** An empty string counts as no value (ENT-102). */
export function isUnassigned(current: unknown): boolean {
  return current === undefined || current === ''
}

/** How many stand in one request is what an administrator sees of it. */
export function batchHabit(perRequest: number): 'one-member-per-request' | 'several-members-per-request' {
  return perRequest === 1 ? 'one-member-per-request' : 'several-members-per-request'
}

/** The default mapping joins the names for name.formatted (ENT-076). What the source does not have is left out. */
function valuesOf({ attributes, active }: Person, settings: Settings): Values {
  const values = new Map<Conveyed, string | boolean>([['active', active]])
  const joined = [attributes['name.givenName'], attributes['name.familyName']].filter(Boolean).join(' ')
  const all = {
    ...attributes,
    'name.formatted': attributes['name.formatted'] ?? joined,
    roles: conveyedRoles(attributes.roles, settings.roles),
  }
  for (const name of ATTRIBUTES) {
    const value = all[name]
    if (value && !settings.unmapped?.includes(name)) values.set(name, value)
  }
  return values
}

function query(collection: '/Users' | '/Groups', attribute: Conveyed, value: string): ScimRequest {
  const filter = ['filter', equals(patchPath(attribute), value)] as const
  const all = collection === '/Users' ? [filter] : [['excludedAttributes', 'members'] as const, filter]
  return { method: 'GET', path: formQuery(collection, all) }
}

function pathHabits(attribute: Conveyed): 'value-path-in-filter'[] {
  return isElement(attribute) ? ['value-path-in-filter'] : []
}

function habitsOfUser(values: Values, { userShape, roles }: Settings, manager: string | undefined): Shared[] {
  const habits: Shared[] = ['charset-in-content-type']
  habits.push(userShape === 'short' ? 'short-user' : 'enterprise-schema-always-listed')
  if (
    [...values.keys()].some((name) => ![undefined, URN.enterpriseUser].includes(extensionOf(name) as never))
  )
    habits.push('unlisted-extension')
  if (manager !== undefined) habits.push('manager-in-create')
  if (roles !== undefined && values.has('roles')) habits.push(`roles-${roles}` as Shared)
  return habits
}

/** Key order as captured: schemas, externalId, userName, active, then by alphabet, extensions last (ENT-071). */
function newUser(values: Values, settings: Settings, manager: string | undefined): JsonObject {
  const { externalId, userName, active, roles: _, ...rest } = compose(values, newElement)
  const isShort = settings.userShape === 'short'
  const names = rolesOf(values.get('roles'))
  const roles = rolesInCreate(settings.roles, names)
  const body: JsonObject = { ...rest }
  if (manager !== undefined)
    body[URN.enterpriseUser] = { ...(rest[URN.enterpriseUser] as JsonObject | undefined), manager }
  if (!isShort) body.meta = { resourceType: 'User' }
  if (roles !== undefined && (!isShort || roles.length > 0)) body.roles = roles
  const listsEnterprise = !isShort || body[URN.enterpriseUser] !== undefined
  const head: JsonObject = { schemas: [URN.user, ...(listsEnterprise ? [URN.enterpriseUser] : [])] }
  if (externalId !== undefined) head.externalId = externalId
  const sorted = Object.fromEntries(Object.entries(body).sort(byOrder))
  return { ...head, userName: userName ?? '', active: active ?? true, ...sorted }
}

/** The work address of somebody is the primary one (ENT-074). */
function newElement(type: string, parts: JsonObject, attribute: string): JsonObject {
  return attribute === 'emails' && type === 'work' ? { primary: true, type, ...parts } : { type, ...parts }
}

function byOrder([a]: [string, unknown], [b]: [string, unknown]): number {
  const last = Number(EXTENSIONS_LAST.test(a)) - Number(EXTENSIONS_LAST.test(b))
  return last || (a < b ? -1 : 1)
}

function newGroup(values: Values, { groupShape }: Settings): JsonObject {
  const isGuide = groupShape === 'guide'
  return {
    schemas: isGuide ? [URN.group, GUIDE_GROUP] : [URN.group],
    externalId: values.get('externalId') ?? '',
    displayName: values.get('displayName') ?? '',
    ...(isGuide ? {} : { members: [] }),
    meta: { resourceType: 'Group' },
  }
}
