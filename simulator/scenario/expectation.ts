import type { AttributeChanges } from '../directory/attributes.ts'
import { innerKey } from '../engine/members.ts'
import type { Node } from './node.ts'
import { readExpected } from './person.ts'
import type { Cast } from './timeline.ts'

/** What shall be true of the target in the end. */
export type Expectation =
  | {
      readonly kind: 'attributes'
      readonly person: string
      readonly attributes: AttributeChanges
      readonly active?: boolean
    }
  | {
      readonly kind: 'members'
      readonly group: string
      /** Keys of persons, and `group nurses` for a whole group. */
      readonly has: readonly string[]
      readonly lacks: readonly string[]
    }
  | { readonly kind: 'gone'; readonly of: 'person' | 'group'; readonly key: string }

/** `{ person, has }`, `{ person, gone: true }`, `{ group, has, lacks }`, `{ group, gone: true }`. */
export function readExpectation(node: Node, cast: Cast): Expectation {
  const fields = node.fields('an expectation', ['person', 'group', 'has', 'lacks', 'gone'])
  const person = fields.get('person')
  const group = fields.get('group')
  if ((person === undefined) === (group === undefined)) {
    node.fail('an expectation is about either a person or a group')
  }
  const of = person ? 'person' : 'group'
  const key = ((person ?? group) as Node).oneOf(`a ${of}`, person ? cast.people : cast.groups)
  const gone = fields.get('gone')
  if (gone) return readGone(gone, fields.size, of, key)
  return of === 'person' ? ofPerson(node, key, fields) : ofGroup(node, key, fields, cast)
}

function readGone(gone: Node, size: number, of: 'person' | 'group', key: string): Expectation {
  if (size > 2) gone.fail('what is gone has nothing and lacks nothing; take "has" and "lacks" away')
  if (!gone.flag('gone')) gone.fail('"gone: false" says nothing; expect an attribute instead')
  return { kind: 'gone', of, key }
}

function ofPerson(node: Node, person: string, fields: ReadonlyMap<string, Node>): Expectation {
  fields.get('lacks')?.fail('"lacks" is for groups; for a person write "has: { title: null }"')
  const has = fields.get('has') ?? node.fail('expected "has: { … }" or "gone: true" for this person')
  return { kind: 'attributes', person, ...readExpected(has) }
}

function ofGroup(node: Node, group: string, fields: ReadonlyMap<string, Node>, cast: Cast): Expectation {
  const [has, lacks] = [fields.get('has'), fields.get('lacks')].map((value) => keysOf(value, cast)) as [
    string[],
    string[],
  ]
  if (has.length + lacks.length === 0) node.fail('expected "has", "lacks" or "gone: true" for this group')
  return { kind: 'members', group, has, lacks }
}

function keysOf(node: Node | undefined, cast: Cast): string[] {
  if (!node) return []
  const items = node.isList ? node.list('members') : [node]
  return items.map((item) => {
    const key = item.oneOf('a person or a group', [...cast.people, ...cast.groups])
    return cast.people.includes(key) ? key : innerKey(key)
  })
}
