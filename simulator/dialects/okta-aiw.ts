import { type JsonObject, URN } from '#scim'
import {
  at,
  type Dialect,
  defineDialect,
  type Habit,
  type MembershipChange,
  type MembershipDraft,
} from '../dialect.ts'
import {
  common,
  habits as commonHabits,
  type HabitId,
  memberOf,
  okta,
  putUser,
  readAllWithEntitlements,
  userOver,
} from './okta.part.ts'

const REFERENCE = 'okta/okta-developer-docs docs/reference/scim/scim-20'

const habits = {
  ...commonHabits,
  'status-by-put': {
    says: 'Disabling and enabling is a PUT of the whole user',
    source: `OKT-030: ${REFERENCE}`,
    confidence: 'documented',
  },
  'password-by-put': {
    says: 'A password is put with the whole user',
    source: `OKT-030: ${REFERENCE}; the exact body is not known`,
    confidence: 'inferred',
  },
  'rename-by-put': {
    says: 'A group is renamed by a PUT with all its members',
    source: `OKT-053: ${REFERENCE}; the body is a guess`,
    confidence: 'inferred',
  },
  'members-by-put': {
    says: 'Members are changed by a PUT of the group with all members it shall have, each with its name',
    source: `OKT-056: ${REFERENCE}`,
    confidence: 'documented',
  },
} satisfies Record<string, Habit>

type AiwHabit = HabitId | keyof typeof habits

const dialect: Dialect<AiwHabit> = {
  ...common,
  id: 'okta-aiw',
  title: 'Okta, custom app from the wizard (AIW)',
  habits,
  changeUser: (update) => {
    const status = update.changes.find(({ attribute }) => attribute === 'active')
    const { request, habits } = putUser(update)
    const switching: AiwHabit[] = status ? ['status-by-put'] : []
    const off: AiwHabit[] = status?.value === false ? ['disabled-not-deleted'] : []
    return [{ request, habits: [...habits, ...switching, ...off] }]
  },
  changePassword: (update, password) => [
    {
      request: okta('PUT', at('/Users', update.id), { ...userOver(update), password }),
      habits: ['okta-headers', 'put-what-was-read', 'password-by-put'],
    },
  ],
  changeGroup: ({ id, wanted, members, nameOf }) => [
    {
      request: okta('PUT', at('/Groups', id), {
        schemas: [URN.group],
        id,
        displayName: wanted.get('displayName') ?? '',
        members: members.map((member) => memberOf(member, nameOf)),
      }),
      habits: ['okta-headers', 'rename-by-put'],
    },
  ],
  changeMembers: (change) => ({ removals: [], additions: putMembers(change) }),
  pushGroup: putMembers,
}

/** Okta with a custom app made by the wizard, which knows no PATCH. */
export default defineDialect<AiwHabit>({
  ...dialect,
  configured: ({ entitlements }) =>
    entitlements ? { ...dialect, readAll: readAllWithEntitlements } : dialect,
})

function putMembers(change: MembershipChange): MembershipDraft<AiwHabit>[] {
  const { id, values, members, joining, leaving, nameOf } = change
  const group: JsonObject = {
    schemas: [URN.group],
    displayName: values.get('displayName') ?? '',
    members: members.map((member) => memberOf(member, nameOf)),
  }
  return [
    {
      request: okta('PUT', at('/Groups', id), group),
      habits: ['okta-headers', 'members-by-put'],
      about: [...leaving, ...joining],
    },
  ]
}
