import { type JsonObject, member, type ScimRequest, URN, withQuery } from '#scim'
import { printPatchPath } from '#scim/path'
import type { Change, Exchanges, Habit } from '../dialect.ts'
import { ATTRIBUTES } from '../directory/attributes.ts'
import type { Person } from '../directory/directory.ts'
import { hitsOf } from '../engine/answers.ts'
import { type Conveyed, compose, extensionOf, isElement, patchPath, type Values } from '../wire/attribute.ts'

// The plainest form that the RFCs allow: for what nobody knows of a provider.

/** What is most plausible where nothing is known. */
export const PLAIN_HABITS = {
  'nested-group-left-out': {
    says: 'A group that is a member of a group is left out; only people are sent as members',
    source: 'unknown, so the plainest reading',
    confidence: 'inferred',
  },
  'out-of-scope-like-unassigned': {
    says: 'Who passes no filter, or is in none of the chosen groups, is as good as not assigned',
    source: 'unknown, so the plainest reading',
    confidence: 'inferred',
  },
} satisfies Record<string, Habit>

export const PLAIN_SCOPE = {
  nestedGroups: { become: 'left out', habit: 'nested-group-left-out' },
  scoping: 'out-of-scope-like-unassigned',
} as const

/** Everything that is in the RFCs' own schemas, without roles: those need a mapping. */
export function plainValues({ attributes, active }: Person): Values {
  const values = new Map<Conveyed, string | boolean>()
  for (const name of ATTRIBUTES) {
    const value = attributes[name]
    if (value && name !== 'nationalId' && name !== 'roles') values.set(name, value)
  }
  return values.set('active', active)
}

/** Only schemas that are used are listed. */
export function plainUser(values: Values): JsonObject {
  const used = [...values.keys()].flatMap((name) => extensionOf(name) ?? [])
  return { schemas: [URN.user, ...new Set(used)], ...compose(values, primaryAtWork) }
}

export function primaryAtWork(type: string, parts: JsonObject, attribute: string): JsonObject {
  return attribute === 'emails' && type === 'work' ? { ...parts, type, primary: true } : { ...parts, type }
}

/** Without members. */
export function plainGroup(values: Values): JsonObject {
  return { schemas: [URN.group], displayName: values.get('displayName') ?? '' }
}

/** A value filter that selects nothing is refused in a replace, so a new element is added to the whole attribute. */
export function plainOperation({ attribute, value, current }: Change): JsonObject {
  const path = patchPath(attribute)
  if (value === null)
    return { op: 'remove', path: isElement(attribute) ? path.replace(/\.value$/, '') : path }
  if (current !== undefined) return { op: 'replace', path, value }
  if (!isElement(attribute)) return { op: 'add', path, value }
  const whole = path.split('[', 1)[0] as string
  return { op: 'add', path: whole, value: compose(new Map([[attribute, value]]), primaryAtWork)[whole] ?? [] }
}

export function addition(ids: readonly string[]): JsonObject {
  return { op: 'add', path: 'members', value: ids.map((value) => ({ value })) }
}

/** By a filter, since the RFC gives the value of a remove no role. */
export function removal(id: string): JsonObject {
  const filter = { kind: 'compare', path: { attribute: 'value' }, op: 'eq', value: id } as const
  return { op: 'remove', path: printPatchPath({ path: { attribute: 'members' }, filter }) }
}

const PAGE = 100
/** So that a target whose numbers do not add up keeps nobody busy for ever. */
const MOST_PAGES = 100

/** Pages may be smaller than asked for, so the next one begins after what has come. */
export function* pagesOf<Id extends string>(
  collection: '/Users' | '/Groups',
  headers: NonNullable<ScimRequest['headers']>,
  habits: readonly Id[],
): Exchanges<Id> {
  let startIndex = 1
  for (let page = 0; page < MOST_PAGES; page++) {
    const path = withQuery(collection, { startIndex, count: PAGE })
    const { status, body } = yield { request: { method: 'GET', path, headers }, habits }
    const found = hitsOf(body)?.length ?? 0
    const total = member(body, 'totalResults')
    startIndex += found
    if (status !== 200 || found === 0 || typeof total !== 'number' || startIndex > total) return
  }
}
