import type { JsonObject, ScimRequest } from '#scim'
import { at, defineDialect, type Habit } from '../dialect.ts'
import type { Values } from '../wire/attribute.ts'
import { patchRequest } from '../wire/form.ts'
import { HEADERS, habits, keycloak, wholeList } from './keycloak.part.ts'

const CORE = 'others.md, Keycloak: mitodl/keycloak-scim src/main/java/sh/libre/scim/core'

const patchHabits = {
  ...habits,
  'three-attributes-by-patch': {
    says: 'An update of a user replaces active, userName and displayName, whichever of them changed, and nothing else',
    source: `${CORE}/UserAdapter.java`,
    confidence: 'documented',
  },
  'boolean-as-string': {
    says: 'active is patched with the string "true" or "false"',
    source: `${CORE}/UserAdapter.java hands a string to PatchRequestOperation of Captain-P-Goldfish/SCIM-SDK; not seen on the wire`,
    confidence: 'inferred',
    departs: 'AMB-017',
  },
  'all-members-by-patch': {
    says: 'Whatever changed in a group, all members are replaced, and displayName and externalId with them',
    source: `${CORE}/GroupAdapter.java`,
    confidence: 'documented',
  },
  'members-removed-when-empty': {
    says: 'A group that nobody is in any more loses the attribute members as a whole',
    source: `${CORE}/GroupAdapter.java`,
    confidence: 'documented',
  },
} satisfies Record<string, Habit>

type HabitId = keyof typeof patchHabits

/** The extension with `user-patchOp` and `group-patchOp` switched on. */
export default defineDialect<HabitId>({
  ...keycloak,
  id: 'keycloak-patch',
  title: 'Keycloak with the extension mitodl/keycloak-scim, PATCH switched on',
  habits: patchHabits,
  clears: false,
  onlyAtCreation: ['externalId', 'name.givenName', 'name.familyName', 'emails.any', 'roles'],
  changeUser: ({ id, wanted }) => [
    {
      request: patch(at('/Users', id), [
        replacing('active', String(wanted.get('active'))),
        replacing('userName', wanted.get('userName')),
        replacing('displayName', wanted.get('displayName')),
      ]),
      habits: [
        'three-attributes-by-patch',
        'boolean-as-string',
        'display-name-composed',
        'at-once',
        ...(wanted.get('active') === false ? ['disabled-by-update' as const] : []),
      ],
    },
  ],
  changeGroup: ({ id, wanted, members }) => [
    { request: wholePatch(id, wanted, members), habits: habitsOf(members) },
  ],
  changeMembers: ({ id, values, members, joining, leaving }) =>
    wholeList(wholePatch(id, values, members), habitsOf(members), [...joining, ...leaving]),
})

function wholePatch(id: string, values: Values, members: readonly string[]): ScimRequest {
  const list: JsonObject =
    members.length > 0
      ? replacing(
          'members',
          members.map((value) => ({ value })),
        )
      : { op: 'remove', path: 'members' }
  const names = (['displayName', 'externalId'] as const).map((name) => replacing(name, values.get(name)))
  return patch(at('/Groups', id), [list, ...names])
}

function replacing(path: string, value: JsonObject[string] | undefined): JsonObject {
  return { op: 'replace', path, value: value ?? '' }
}

function habitsOf(members: readonly string[]): HabitId[] {
  return [
    'all-members-by-patch',
    'at-once',
    ...(members.length === 0 ? ['members-removed-when-empty' as const] : []),
  ]
}

function patch(path: string, operations: JsonObject[]): ScimRequest {
  return patchRequest(path, operations, HEADERS)
}
