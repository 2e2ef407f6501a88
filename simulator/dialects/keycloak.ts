import type { ScimRequest } from '#scim'
import { at, defineDialect, type Habit } from '../dialect.ts'
import type { Values } from '../wire/attribute.ts'
import { HEADERS, habits, keycloak, USER, wholeGroup, wholeList, wholeUser } from './keycloak.part.ts'

const putHabits = {
  ...habits,
  'whole-resource-by-put': {
    says: 'An update is a PUT of the whole user or group, with its id in the body',
    source: 'others.md, Keycloak: mitodl/keycloak-scim src/main/java/sh/libre/scim/core/ScimClient.java',
    confidence: 'documented',
  },
} satisfies Record<string, Habit>

/** Keycloak has no SCIM client of its own; this is an extension's, as it is installed. */
export default defineDialect<keyof typeof putHabits>({
  ...keycloak,
  id: 'keycloak',
  title: 'Keycloak with the extension mitodl/keycloak-scim',
  habits: putHabits,
  clears: true,
  changeUser: ({ id, wanted }) => [
    {
      request: {
        method: 'PUT',
        path: at('/Users', id),
        headers: HEADERS,
        body: { ...wholeUser(wanted), id },
      },
      habits: [
        'whole-resource-by-put',
        'at-once',
        ...USER,
        ...(wanted.get('active') === false ? ['disabled-by-update' as const] : []),
      ],
    },
  ],
  changeGroup: ({ id, wanted, members }) => [
    { request: put(id, wanted, members), habits: ['whole-resource-by-put', 'group-with-members', 'at-once'] },
  ],
  changeMembers: ({ id, values, members, joining, leaving }) =>
    wholeList(
      put(id, values, members),
      ['whole-resource-by-put', 'group-with-members', 'at-once'],
      [...joining, ...leaving],
    ),
})

function put(id: string, values: Values, members: readonly string[]): ScimRequest {
  const body = { ...wholeGroup(values, members), id }
  return { method: 'PUT', path: at('/Groups', id), headers: HEADERS, body }
}
