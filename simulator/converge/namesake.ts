import { withQuery } from '#scim'
import { hitsOf } from '../engine/answers.ts'
import { type Link, nameOf } from '../engine/link.ts'
import { NAME_TAKEN } from '../engine/provision.ts'
import type { Asking, Session } from '../engine/session.ts'
import type { Values } from '../wire/attribute.ts'
import { equals } from '../wire/form.ts'

const NAMES = {
  person: { collection: '/Users', name: 'userName' },
  group: { collection: '/Groups', name: 'displayName' },
} as const

export function searchFor(kind: Link['kind'], sought: string): string {
  const { collection, name } = NAMES[kind]
  return withQuery(collection, { filter: equals(name, sought) })
}

/** Whether the provider could not make it, since the run itself has made who has the name. */
export const hasNamesake = ({ held, id }: Link): boolean => held === NAME_TAKEN && id === undefined

/**
 * The run itself made who has the name: the target may refuse another one. But whoever looks for the name has to find it,
 * or no provider can ever have that account or group.
 */
export function* findNamesake(session: Session, link: Link, wanted: Values): Asking<void> {
  const object = nameOf(link)
  const { name } = NAMES[link.kind]
  const sought = String(wanted.get(name) ?? '')
  const answer = yield* session.readBack(searchFor(link.kind, sought), object)
  const hits = answer.ok ? hitsOf(answer.body) : undefined
  if (!hits) return
  session.comparisons += 1
  if (hits.length > 0) return session.agree(object, name, HIDDEN)
  session.diverge(
    {
      object,
      attribute: name,
      expected: sought,
      actual: undefined,
      cost: 'provisioning blocked',
      step: answer.step,
      requirement: 'sim/converges',
      note: `a create says that the name is taken, a filter on ${name} does not find who has it`,
    },
    HIDDEN,
  )
}

const HIDDEN = 'taken and not found'
