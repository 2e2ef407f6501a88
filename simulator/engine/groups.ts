import type { Directory, Group } from '../directory/directory.ts'
import type { Conveyed, Values } from '../wire/attribute.ts'
import { type Kind, linkFor, provision } from './provision.ts'
import type { Asking, Session } from './session.ts'

export function* provisionGroups(session: Session, { groups }: Directory): Asking<void> {
  const { dialect } = session
  const kind: Kind = {
    find: (values) => dialect.findGroup(values),
    create: (values) => dialect.createGroup(values),
    read: dialect.readGroup && ((id) => (dialect.readGroup as NonNullable<typeof dialect.readGroup>)(id)),
    change: (id, changes) => dialect.changeGroup(id, changes),
  }
  for (const group of groups.values()) {
    yield* provision(session, linkFor(session.groups, 'group', group.key), groupValues(group), kind)
  }
}

export function groupValues({ externalId, displayName }: Group): Values {
  return new Map<Conveyed, string>([
    ['externalId', externalId],
    ['displayName', displayName],
  ])
}
