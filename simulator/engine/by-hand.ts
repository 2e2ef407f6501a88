import { type JsonObject, member, URN } from '#scim'
import { at } from '../dialect.ts'
import { compose, type Values } from '../wire/attribute.ts'
import { usableId } from './answers.ts'
import type { Link } from './link.ts'
import type { Asking, Session } from './session.ts'

/** An account or group that is in the target before the provider comes. */
export interface Existing {
  readonly kind: Link['kind']
  readonly values: Values
}

const HEADERS = { 'content-type': 'application/scim+json' }

/**
 * What the run does to the target itself, in plain RFC form: accounts that were there before, and changes behind the
 * provider's back. Only ever to what the run has made.
 */
export const byHand = {
  *existing(session: Session, all: readonly Existing[]): Asking<void> {
    for (const { kind, values } of all) {
      const request = {
        method: 'POST',
        path: kind === 'person' ? '/Users' : '/Groups',
        headers: HEADERS,
        body: bodyOf(kind, values),
      } as const
      const answer = yield* session.byHand(request, `${kind} before`, `a ${kind} that was there before`)
      const id = usableId(member(answer.body, 'id'))
      if (answer.ok && id !== undefined) session.made.add(id)
      else session.problem(`${kind} before`, `could not be put there: ${answer.status}`)
      session.noteTaken(kind, values)
    }
  },

  *vanish(session: Session, object: string): Asking<void> {
    const link = session.linkOf(object)
    if (link?.id === undefined) return
    const path = at(link.kind === 'person' ? '/Users' : '/Groups', link.id)
    const answer = yield* session.byHand({ method: 'DELETE', path }, object, `${object} vanishes`)
    // The target did as it was told; that the provider does not know is no fault of the target.
    if (answer.ok) link.held = 'it was taken away behind the provider’s back'
    for (const group of session.groups.values()) group.members.delete(link.key)
  },

  *drift(session: Session, { group, without }: { group: string; without: string }): Asking<void> {
    const link = session.groups.get(group)
    const id = session.people.get(without)?.id
    if (link?.id === undefined || id === undefined) return
    const operation: JsonObject = { op: 'remove', path: `members[value eq ${JSON.stringify(id)}]` }
    const body: JsonObject = { schemas: [URN.patchOp], Operations: [operation] }
    const request = { method: 'PATCH', path: at('/Groups', link.id), headers: HEADERS, body } as const
    const answer = yield* session.byHand(request, `group ${group}`, `${without} is taken out by hand`)
    if (answer.ok) link.driftedMembers.add(without)
  },
}

function bodyOf(kind: Link['kind'], values: Values): JsonObject {
  const body = compose(values, (type, parts) => ({ ...parts, type }))
  const used = Object.keys(body).filter((name) => name.startsWith('urn:'))
  return { schemas: [kind === 'person' ? URN.user : URN.group, ...used], ...body }
}
