import { type JsonObject, member, type ScimRequest, URN } from '#scim'
import { at } from '../dialect.ts'
import type { Moment } from '../scenario/moment.ts'
import { compose, type Values } from '../wire/attribute.ts'
import { usableId } from './answers.ts'
import type { Link } from './link.ts'
import { memberOf } from './members.ts'
import type { Asking, Session } from './session.ts'

/** An account or group that is in the target before the provider comes. */
export interface Existing {
  readonly kind: Link['kind']
  /** Of whom of the story it is like. */
  readonly like: string
  readonly values: Values
}

const HEADERS = { 'content-type': 'application/scim+json' }

/**
 * What the run does to the target itself, in plain RFC form: accounts that were there before, and changes behind the
 * provider's back. Only ever to what the run has made.
 */
export const byHand = {
  *existing(session: Session, all: readonly Existing[]): Asking<void> {
    for (const { kind, like, values } of all) {
      const request = {
        method: 'POST',
        path: kind === 'person' ? '/Users' : '/Groups',
        headers: HEADERS,
        body: bodyOf(kind, values),
      } as const
      const answer = yield* session.byHand(request, `${kind} before`, `a ${kind} that was there before`)
      const id = usableId(member(answer.body, 'id'))
      if (answer.ok && id !== undefined) {
        session.noteOwn(id)
        if (kind === 'person') session.others.set(id, like)
      } else session.problem(`${kind} before`, `could not be put there: ${answer.status}`)
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
    for (const group of session.groups.values()) group.members.delete(memberOf(link))
  },

  *drift(session: Session, { group, without }: { group: string; without: string }): Asking<void> {
    const link = session.groups.get(group)
    const id = session.people.get(without)?.id
    if (link?.id === undefined || id === undefined) return
    const request = changeOf(link.id, removalOf(id))
    const answer = yield* session.byHand(request, `group ${group}`, `${without} is taken out by hand`)
    if (answer.ok) link.driftedMembers.add(without)
  },

  /** Another provider, which sends differences as the RFC has them, with an account that was there before (X07). */
  *otherSource(session: Session, { group, person, does }: OthersChange): Asking<void> {
    const link = session.groups.get(group)
    const id = [...session.others].find(([, like]) => like === person)?.[0]
    if (link?.id === undefined || id === undefined) {
      session.problem(
        `group ${group}`,
        'another source could do nothing: the group or the account is not there',
      )
      return
    }
    const operation = does === 'add' ? additionOf(id) : removalOf(id)
    const answer = yield* session.byHand(
      changeOf(link.id, operation),
      `group ${group}`,
      `another source: ${does} ${person}`,
    )
    if (!answer.ok) session.problem(`group ${group}`, `another source was answered ${answer.status}`)
    else if (does === 'add') link.othersMembers.add(person)
    else link.othersMembers.delete(person)
  },
}

type OthersChange = Pick<Extract<Moment, { kind: 'other source' }>, 'group' | 'person' | 'does'>

const additionOf = (id: string): JsonObject => ({ op: 'add', path: 'members', value: [{ value: id }] })

const removalOf = (id: string): JsonObject => ({
  op: 'remove',
  path: `members[value eq ${JSON.stringify(id)}]`,
})

function changeOf(group: string, operation: JsonObject): ScimRequest {
  const body: JsonObject = { schemas: [URN.patchOp], Operations: [operation] }
  return { method: 'PATCH', path: at('/Groups', group), headers: HEADERS, body }
}

function bodyOf(kind: Link['kind'], values: Values): JsonObject {
  const body = compose(values, (type, parts) => ({ ...parts, type }))
  const used = Object.keys(body).filter((name) => name.startsWith('urn:'))
  return { schemas: [kind === 'person' ? URN.user : URN.group, ...used], ...body }
}
