import type { Directory, Group } from '../directory/directory.ts'
import type { Conveyed, Values } from '../wire/attribute.ts'
import { type Kind, provision } from './provision.ts'
import type { Asking, Session } from './session.ts'
import { type Touched, those } from './touched.ts'
import { isProvisioned } from './view.ts'

export function* provisionGroups(session: Session, { groups }: Directory, touched?: Touched): Asking<void> {
  for (const group of those(groups, touched)) yield* provisionGroup(session, group)
}

export function* provisionGroup(session: Session, group: Group, atOnce = false): Asking<void> {
  const { policy } = session
  if (!isProvisioned(policy, group)) return
  const dialect = atOnce ? { ...session.dialect, ...session.dialect.onDemand } : session.dialect
  const kind: Kind = {
    links: session.groups,
    match: policy.matchGroups,
    find: dialect.findGroup,
    create: (values) => dialect.createGroup(values),
    read: dialect.readGroup && ((id) => (dialect.readGroup as NonNullable<typeof dialect.readGroup>)(id)),
    change: (update) => dialect.changeGroup(update),
  }
  const link = session.groups.for(group.key)
  const wanted = groupValues(session, group)
  if (link.id === undefined && !session.gates.areClosed) session.foresee([kind.create(wanted).request])
  yield* provision(session, link, wanted, kind)
}

/** What the dialect conveys of a group; not all send an externalId. */
export function groupValues({ dialect }: Session, { externalId, displayName }: Group): Values {
  const all: [Conveyed, string][] = [
    ['externalId', externalId],
    ['displayName', displayName],
  ]
  return new Map(all.filter(([name]) => dialect.groupAttributes.includes(name)))
}
