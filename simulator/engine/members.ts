import { type Link, nameOf } from './link.ts'
import type { Session } from './session.ts'

// Members of a group go by the key of a person, or by `group nurses` where a whole group is in it. A key has no blank.

const INNER = 'group '

export function innerKey(group: string): string {
  return `${INNER}${group}`
}

export function isInner(member: string): boolean {
  return member.startsWith(INNER)
}

/** The key that the person or the group has in the story. */
export function storyKey(member: string): string {
  return isInner(member) ? member.slice(INNER.length) : member
}

/** The object's name in trail and findings: `person kari`, `group nurses`. */
export function objectOf(member: string): string {
  return isInner(member) ? member : `person ${member}`
}

export function memberLink({ people, groups }: Session, member: string): Link | undefined {
  return (isInner(member) ? groups : people).get(storyKey(member))
}

export function memberOf(link: Link): string {
  return link.kind === 'group' ? nameOf(link) : link.key
}

/** Who of the provider's own has the id. */
export function memberWithId({ people, groups }: Session, id: string): string | undefined {
  const link = people.withId(id) ?? groups.withId(id)
  return link && memberOf(link)
}
