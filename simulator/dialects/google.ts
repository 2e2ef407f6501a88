import { type JsonObject, type ScimRequest, URN } from '#scim'
import { at, defineDialect, type Habit } from '../dialect.ts'
import type { Person } from '../directory/directory.ts'
import type { Conveyed, Values } from '../wire/attribute.ts'
import { batchesOf, patchRequest } from '../wire/form.ts'
import { finderWith } from './upper-form.part.ts'

const CLIENT = 'others.md, Google Workspace: awslabs/ssosync internal/aws/client.go'
const USERS = 'others.md, Google Workspace: awslabs/ssosync internal/aws/users.go'
const SYNC = 'others.md, Google Workspace: awslabs/ssosync internal/sync.go'

const habits = {
  'content-type-everywhere': {
    says: 'Every request is announced as application/scim+json, also GET and DELETE, which have no body',
    source: CLIENT,
    confidence: 'documented',
  },
  'form-encoded-query': {
    says: 'Queries are form-encoded: a blank is "+", a quote %22, "@" %40',
    source: CLIENT,
    confidence: 'documented',
    departs: 'AMB-098',
    mayBeReadOtherwise: true,
  },
  'match-by-name': {
    says: 'A user is looked for by userName, a group by displayName, before it is created',
    source: CLIENT,
    confidence: 'documented',
  },
  'one-hit-or-none': {
    says: 'More than one hit counts as none, just as no hit does',
    source: CLIENT,
    confidence: 'documented',
  },
  'empty-work-address': {
    says: 'A user always has a work address with nothing in it but the type',
    source: USERS,
    confidence: 'documented',
  },
  'primary-address-twice': {
    says: 'The primary address is both userName and the one e-mail, of type work',
    source: USERS,
    confidence: 'documented',
  },
  'display-name-composed': {
    says: 'displayName is first and last name with a blank between them; other attributes are not sent',
    source: USERS,
    confidence: 'documented',
  },
  'blank-for-no-first-name': {
    says: 'Somebody without a first name gets a single blank for one',
    source: USERS,
    confidence: 'documented',
  },
  'whole-user-by-put': {
    says: 'An update is a PUT of the whole user, with its id in the body',
    source: CLIENT,
    confidence: 'documented',
  },
  'suspended-is-inactive': {
    says: 'Who is suspended is kept with active false, by the same PUT',
    source: SYNC,
    confidence: 'documented',
  },
  'deleted-at-once': {
    says: 'Who is gone from the source, or from the query that chooses people, is deleted at once',
    source: SYNC,
    confidence: 'documented',
  },
  'group-without-members': {
    says: 'A group is created with an empty list of members; they follow',
    source: 'awslabs/ssosync internal/aws/groups.go',
    confidence: 'documented',
  },
  'group-renamed-by-patch': {
    says: 'A group is renamed by PATCH, with displayName and externalId whichever of them changed',
    source: CLIENT,
    confidence: 'documented',
  },
  'members-by-the-hundred': {
    says: 'Members are added and removed with arrays of at most 100 in one request, additions first',
    source: CLIENT,
    confidence: 'documented',
  },
  'remove-with-value': {
    says: 'Remove with path "members" and a value means the listed members only',
    source: CLIENT,
    confidence: 'documented',
    departs: 'AMB-063',
    mayBeReadOtherwise: true,
  },
  'nested-group-left-out': {
    says: 'Of the members of a group those that are no users are left out, groups among them',
    source: SYNC,
    confidence: 'documented',
  },
} satisfies Record<string, Habit>

type HabitId = keyof typeof habits

const headers = { 'content-type': 'application/scim+json' }
const find = finderWith(headers)

/** Google Workspace provisions catalogue apps only; for an endpoint of one's own the usual client is this bridge. */
export default defineDialect<HabitId>({
  id: 'google',
  title: 'Google Workspace through the bridge ssosync',
  habits,
  rhythm: 'cycle',
  phases: ['users', 'groups', 'memberships', 'deletions'],
  memberships: 'group by group',
  clears: false,
  failedProbe: 'go on',
  nestedGroups: { become: 'left out', habit: 'nested-group-left-out' },
  scoping: 'deleted-at-once',
  conflict: 'report',
  lost: 'report',
  afterMatch: 'hit',
  severalHits: 'none',
  notFoundIsNone: false,
  // Run every 15 minutes where it is installed as proposed.
  policy: { membersPerRequest: 100, interval: 0.25 },
  groupAttributes: ['externalId', 'displayName'],
  derives: ['displayName'],
  isGone: ({ account, assigned }) => account === 'binned' || !assigned,
  valuesOf,
  probe: () => [],
  findUser: (values, attribute) => ({
    request: find('/Users', attribute, values),
    habits: ['match-by-name', 'one-hit-or-none', 'form-encoded-query', 'content-type-everywhere'],
  }),
  findGroup: (values, attribute) => ({
    request: find('/Groups', attribute, values),
    habits: ['match-by-name', 'one-hit-or-none', 'form-encoded-query', 'content-type-everywhere'],
  }),
  createUser: (values) => ({
    request: { method: 'POST', path: '/Users', headers, body: wholeUser(values) },
    habits: habitsOfUser(values),
  }),
  createGroup: (values) => ({
    request: { method: 'POST', path: '/Groups', headers, body: newGroup(values) },
    habits: ['group-without-members'],
  }),
  changeUser: ({ id, wanted }) => [
    {
      request: { method: 'PUT', path: at('/Users', id), headers, body: { ...wholeUser(wanted), id } },
      habits: [
        'whole-user-by-put',
        ...habitsOfUser(wanted),
        ...(wanted.get('active') === false ? ['suspended-is-inactive' as const] : []),
      ],
    },
  ],
  changeGroup: ({ id, wanted }) => [
    {
      request: patch(
        id,
        (['displayName', 'externalId'] as const).map((path) => ({
          op: 'replace',
          path,
          value: wanted.get(path) ?? '',
        })),
      ),
      habits: ['group-renamed-by-patch'],
    },
  ],
  changeMembers: ({ id, joining, leaving, perRequest }) => ({
    removals: [],
    additions: [
      ...batchesOf(joining, perRequest).map((batch) => membership('add', id, batch)),
      ...batchesOf(leaving, perRequest).map((batch) => membership('remove', id, batch)),
    ],
  }),
  deleteUser: (id) => ({
    request: { method: 'DELETE', path: at('/Users', id), headers },
    habits: ['deleted-at-once', 'content-type-everywhere'],
  }),
  deleteGroup: (id) => ({
    request: { method: 'DELETE', path: at('/Groups', id), headers },
    habits: ['deleted-at-once', 'content-type-everywhere'],
  }),
})

/** The e-mail is not listed: it is userName once more, whatever else the directory knows. */
function valuesOf({ attributes, active }: Person): Values {
  const given = attributes['name.givenName']
  const family = attributes['name.familyName']
  const all: [Conveyed, string | undefined][] = [
    ['userName', attributes.userName],
    ['externalId', attributes.externalId],
    ['name.familyName', family],
    ['name.givenName', given],
    ['displayName', given || family ? composed(given, family) : undefined],
  ]
  const values = all.flatMap(([name, value]): [Conveyed, string][] => (value ? [[name, value]] : []))
  return new Map<Conveyed, string | boolean>([...values, ['active', active]])
}

function composed(given: string | undefined, family: string | undefined): string {
  return `${given || ' '} ${family ?? ''}`
}

function wholeUser(values: Values): JsonObject {
  const text = (name: Conveyed) => String(values.get(name) ?? '')
  const [given, family] = [text('name.givenName'), text('name.familyName')]
  return {
    schemas: [URN.user],
    userName: text('userName'),
    externalId: text('externalId'),
    name: { familyName: family, givenName: given || ' ' },
    displayName: composed(given, family),
    active: values.get('active') ?? true,
    emails: [{ value: text('userName'), type: 'work', primary: true }],
    addresses: [{ type: 'work' }],
  }
}

function habitsOfUser(values: Values): HabitId[] {
  return [
    'empty-work-address',
    'primary-address-twice',
    'display-name-composed',
    ...(values.has('name.givenName') ? [] : ['blank-for-no-first-name' as const]),
  ]
}

function newGroup(values: Values): JsonObject {
  return {
    schemas: [URN.group],
    displayName: values.get('displayName') ?? '',
    externalId: values.get('externalId') ?? '',
    members: [],
  }
}

function membership(op: 'add' | 'remove', group: string, ids: readonly string[]) {
  const odd: HabitId[] = op === 'remove' ? ['remove-with-value'] : []
  return {
    request: patch(group, [{ op, path: 'members', value: ids.map((value) => ({ value })) }]),
    habits: ['members-by-the-hundred', ...odd] as HabitId[],
    about: ids,
  }
}

function patch(group: string, operations: JsonObject[]): ScimRequest {
  return patchRequest(at('/Groups', group), operations, headers)
}
