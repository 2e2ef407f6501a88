import { type JsonObject, type ScimRequest, URN } from '#scim'
import { at, type Change, defineDialect, type Habit } from '../dialect.ts'
import { ATTRIBUTES } from '../directory/attributes.ts'
import type { Person } from '../directory/directory.ts'
import { type Conveyed, compose, extensionOf, isElement, patchPath, type Values } from '../wire/attribute.ts'
import { batchesOf, equals, formQuery } from '../wire/form.ts'

const habits = {
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
  'unlisted-extension': {
    says: 'A custom extension is in the body but not in schemas',
    source: 'ENT-070: entra-docs customize-application-attributes.md; learn.microsoft.com Q&A 1684621',
    confidence: 'observed',
    departs: 'AMB-014',
    mayBeReadOtherwise: true,
  },
  'group-without-members': {
    says: 'A group is created empty; members follow one by one',
    source: 'ENT-150, ENT-151: learn.microsoft.com Q&A 637791',
    confidence: 'observed',
  },
  'read-before-update': {
    says: 'An object is read by id before an update, and only what differs is sent',
    source: 'ENT-090, ENT-091: entra-docs how-provisioning-works.md; MicrosoftDocs/azure-docs#11784',
    confidence: 'documented',
  },
  'capital-op': {
    says: 'op is "Add", "Replace", "Remove"',
    source: 'ENT-101: entra-docs application-provisioning-config-problem-scim-compatibility.md',
    confidence: 'documented',
    departs: 'AMB-048',
  },
  'one-operation-per-attribute': {
    says: 'Each attribute has an operation of its own, always with a path',
    source: 'ENT-103: entra-docs application-provisioning-config-problem-scim-compatibility.md',
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
  'boolean-as-string': {
    says: 'active is patched with the string "True" or "False"',
    source: 'ENT-108, ENT-131: AzureAD/SCIMReferenceCode#21; jelhub/scimgateway#47',
    confidence: 'documented',
    departs: 'AMB-017',
  },
  'cleared-attributes-not-sent': {
    says: 'Nothing is sent when an attribute is cleared',
    source: 'ENT-112: entra-docs known-issues.md',
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
  'remove-with-value': {
    says: 'Remove with path "members" and a value means the listed members only',
    source: 'ENT-157: Captain-P-Goldfish/SCIM-SDK#167; apache/directory-scimple#447',
    confidence: 'documented',
    departs: 'AMB-063',
    mayBeReadOtherwise: true,
  },
  'manager-as-string': {
    says: 'The manager follows when both exist, as a plain string instead of a complex value',
    source: 'ENT-120, ENT-121: Captain-P-Goldfish/SCIM-SDK#686',
    confidence: 'observed',
    departs: 'RFC 7643 section 4.3',
    mayBeReadOtherwise: true,
  },
} satisfies Record<string, Habit>

type HabitId = keyof typeof habits

const HEADERS = { 'content-type': 'application/scim+json; charset=utf-8' }
const MANAGER = `${URN.enterpriseUser}:manager`
const EXTENSIONS_LAST = /^urn:/

/** Microsoft Entra ID as a custom application meets it without the flag `aadOptscim062020`. */
export default defineDialect<HabitId>({
  id: 'entra',
  title: 'Microsoft Entra ID, custom application without the 2020 flag',
  habits,
  rhythm: 'cycle',
  phases: ['users', 'groups', 'deletions', 'managers', 'memberships'],
  memberships: 'group by group',
  clears: false,
  failedProbe: 'stop',
  conflict: 'report',
  lost: 'report',
  afterMatch: 'hit',
  notFoundIsNone: false,
  policy: {},
  groupAttributes: ['externalId', 'displayName'],
  valuesOf,
  probe: (guid, { matchUsers: [user], matchGroups: [group] }) => [
    {
      request: query('/Users', user ?? 'userName', guid('user')),
      habits: ['probe', 'form-encoded-query'],
    },
    {
      request: query('/Groups', group ?? 'displayName', guid('group')),
      habits: ['probe', 'members-excluded', 'form-encoded-query'],
    },
  ],
  findUser: (values, attribute) => ({
    request: query('/Users', attribute, String(values.get(attribute))),
    habits: ['match-by-name', 'form-encoded-query'],
  }),
  findGroup: (values, attribute) => ({
    request: query('/Groups', attribute, String(values.get(attribute))),
    habits: ['match-by-name', 'members-excluded', 'form-encoded-query'],
  }),
  createUser: (values) => ({
    request: { method: 'POST', path: '/Users', headers: HEADERS, body: newUser(values) },
    habits: [
      'charset-in-content-type',
      'enterprise-schema-always-listed',
      ...(hasCustomExtension(values) ? (['unlisted-extension'] as const) : []),
    ],
  }),
  createGroup: (values) => ({
    request: { method: 'POST', path: '/Groups', headers: HEADERS, body: newGroup(values) },
    habits: ['charset-in-content-type', 'group-without-members'],
  }),
  readUser: (id) => ({ request: { method: 'GET', path: at('/Users', id) }, habits: ['read-before-update'] }),
  readGroup: (id) => ({
    request: { method: 'GET', path: `${at('/Groups', id)}?excludedAttributes=members` },
    habits: ['read-before-update', 'members-excluded'],
  }),
  changeUser: ({ id, changes }) => [changing(at('/Users', id), changes)],
  changeGroup: ({ id, changes }) => [changing(at('/Groups', id), changes)],
  // Legacy sends nothing when the manager is taken away (ENT-112, ENT-123).
  changeManager: (id, manager, before) => {
    if (manager === undefined) return undefined
    const op = before === undefined ? 'Add' : 'Replace'
    return {
      request: patch(at('/Users', id), [{ op, path: MANAGER, value: manager }]),
      habits: ['manager-as-string', 'capital-op', 'charset-in-content-type'],
    }
  },
  changeMembers: ({ id, joining, leaving, perRequest }) => ({
    removals: batchesOf(leaving, perRequest).map((batch) => membership('Remove', id, batch)),
    additions: batchesOf(joining, perRequest).map((batch) => membership('Add', id, batch)),
  }),
  deleteUser: (id) => ({
    request: { method: 'DELETE', path: at('/Users', id) },
    habits: ['deleted-when-purged'],
  }),
  deleteGroup: (id) => ({
    request: { method: 'DELETE', path: at('/Groups', id) },
    habits: ['deleted-when-purged'],
  }),
})

/** The default mapping joins the names for name.formatted (ENT-076). */
function valuesOf({ attributes, active }: Person): Values {
  const values = new Map<Conveyed, string | boolean>([['active', active]])
  const joined = [attributes['name.givenName'], attributes['name.familyName']].filter(Boolean).join(' ')
  const all = { ...attributes, 'name.formatted': attributes['name.formatted'] ?? joined }
  for (const name of ATTRIBUTES) {
    const value = all[name]
    if (value) values.set(name, value)
  }
  return values
}

function query(collection: '/Users' | '/Groups', attribute: Conveyed, value: string): ScimRequest {
  const filter = ['filter', equals(patchPath(attribute), value)] as const
  const all = collection === '/Users' ? [filter] : [['excludedAttributes', 'members'] as const, filter]
  return { method: 'GET', path: formQuery(collection, all) }
}

function hasCustomExtension(values: Values): boolean {
  return [...values.keys()].some(
    (name) => ![undefined, URN.enterpriseUser].includes(extensionOf(name) as never),
  )
}

/** Key order as captured: schemas, externalId, userName, active, then by alphabet, extensions last (ENT-071). */
function newUser(values: Values): JsonObject {
  const { externalId, userName, active, ...rest } = compose(values, (type, parts, attribute) =>
    attribute === 'emails' && type === 'work' ? { primary: true, type, ...parts } : { type, ...parts },
  )
  const core = Object.entries({ ...rest, meta: { resourceType: 'User' }, roles: [] }).sort(byOrder)
  const head: JsonObject = { schemas: [URN.user, URN.enterpriseUser] }
  if (externalId !== undefined) head.externalId = externalId
  return { ...head, userName: userName ?? '', active: active ?? true, ...Object.fromEntries(core) }
}

function byOrder([a]: [string, unknown], [b]: [string, unknown]): number {
  const last = Number(EXTENSIONS_LAST.test(a)) - Number(EXTENSIONS_LAST.test(b))
  return last || (a < b ? -1 : 1)
}

function newGroup(values: Values): JsonObject {
  return {
    schemas: [URN.group],
    externalId: values.get('externalId') ?? '',
    displayName: values.get('displayName') ?? '',
    members: [],
    meta: { resourceType: 'Group' },
  }
}

function changing(path: string, changes: readonly Change[]) {
  const ordered = [...changes].sort((a, b) => (patchPath(a.attribute) < patchPath(b.attribute) ? -1 : 1))
  return { request: patch(path, ordered.map(operation)), habits: habitsOf(ordered) }
}

function operation({ attribute, value, current }: Change): JsonObject {
  return { op: opFor(current), path: patchPath(attribute), value: textual(value) }
}

/** An empty string counts as no value (ENT-102). */
function opFor(current: Change['current']): 'Add' | 'Replace' {
  return current === undefined || current === '' ? 'Add' : 'Replace'
}

function textual(value: Change['value']): string {
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value)
}

function habitsOf(changes: readonly Change[]): HabitId[] {
  const always: HabitId[] = [
    'charset-in-content-type',
    'capital-op',
    'one-operation-per-attribute',
    'add-when-unassigned',
  ]
  const active = changes.filter(({ attribute }) => attribute === 'active')
  if (active.length > 0) always.push('boolean-as-string')
  if (active.some(({ value }) => value === false)) always.push('disabled-not-deleted')
  const makesElement = ({ attribute, current }: Change) => isElement(attribute) && opFor(current) === 'Add'
  if (changes.some(makesElement)) always.push('add-with-value-filter')
  return always
}

function membership(op: 'Add' | 'Remove', group: string, ids: readonly string[]) {
  const habit = op === 'Remove' ? (['remove-with-value'] as const) : []
  return {
    request: patch(at('/Groups', group), [{ op, path: 'members', value: ids.map((value) => ({ value })) }]),
    habits: ['charset-in-content-type', 'capital-op', 'one-member-per-request', ...habit] as HabitId[],
    about: ids,
  }
}

function patch(path: string, operations: JsonObject[]): ScimRequest {
  return {
    method: 'PATCH',
    path,
    headers: HEADERS,
    body: { schemas: [URN.patchOp], Operations: operations },
  }
}
