import type { Json } from '../message/index.ts'
import { DEFAULTS } from './define.ts'
import { ATTRIBUTE_TYPES, MUTABILITIES, RETURNED, UNIQUENESSES } from './keywords.ts'
import type { Attribute, AttributeType, Schema } from './model.ts'
import { LIMITS, listed, type Problem, Problems, type Reading } from './reading.ts'

/** What could be read of a target's schemas, and what was wrong with them. */
export interface ParsedSchemas {
  readonly schemas: Schema[]
  readonly problems: Problem[]
}

/** How many attributes may still be read. */
interface Budget {
  left: number
}

/**
 * Reads what `/Schemas` or `/Schemas/{id}` answered (a ListResponse, an array or one schema), filling in the defaults of
 * RFC 7643 section 2.2. Never throws: what cannot be used is left out and named in `problems`.
 */
export function parseSchemas(list: Json): ParsedSchemas {
  const problems = new Problems()
  const total: Budget = { left: LIMITS.attributes }
  const schemas = listed(list, 'attributes', LIMITS.schemas, problems).flatMap((reading) => {
    const budget = { left: Math.min(LIMITS.attributesPerSchema, total.left) }
    const before = budget.left
    const schema = readSchema(reading, budget)
    total.left -= before - budget.left
    return schema ? [schema] : []
  })
  return { schemas: firstOfEach(schemas, (schema) => schema.id, problems), problems: problems.list }
}

/** A URI has a scheme; this also keeps names such as `__proto__` from becoming a key. */
export function isUri(text: string): boolean {
  return text.length <= 512 && /^[a-z][a-z0-9+.-]*:\S+$/i.test(text)
}

function readSchema(reading: Reading, budget: Budget): Schema | undefined {
  const id = reading.text('id')
  if (id === undefined || !isUri(id)) {
    reading.complain('expected a URN', 'id')
    return undefined
  }
  const description = reading.text('description')
  return {
    id,
    name: reading.text('name') ?? id,
    ...(description === undefined ? {} : { description }),
    attributes: readAttributes(reading, 'attributes', budget, 1),
  }
}

function readAttributes(parent: Reading, member: string, budget: Budget, level: number): Attribute[] {
  const attributes: Attribute[] = []
  for (const reading of parent.objects(member, LIMITS.attributesPerSchema)) {
    if (budget.left === 0) {
      reading.complain('too many attributes: the rest was not read')
      break
    }
    budget.left -= 1
    const attribute = readAttribute(reading, budget, level)
    if (attribute) attributes.push(attribute)
  }
  return firstOfEach(attributes, (attribute) => attribute.name.toLowerCase(), parent.problems, parent.pointer)
}

function readAttribute(reading: Reading, budget: Budget, level: number): Attribute | undefined {
  const name = readName(reading)
  if (name === undefined) return undefined
  const description = reading.text('description')
  const canonicalValues = reading.texts('canonicalValues')
  const referenceTypes = reading.texts('referenceTypes')
  const type = readType(reading)
  return {
    name,
    type,
    multiValued: reading.flag('multiValued', DEFAULTS.multiValued),
    required: reading.flag('required', DEFAULTS.required),
    caseExact: reading.flag('caseExact', DEFAULTS.caseExact),
    mutability: reading.keyword('mutability', MUTABILITIES, DEFAULTS.mutability),
    returned: reading.keyword('returned', RETURNED, DEFAULTS.returned),
    uniqueness: reading.keyword('uniqueness', UNIQUENESSES, DEFAULTS.uniqueness),
    ...(description === undefined ? {} : { description }),
    ...(canonicalValues.length === 0 ? {} : { canonicalValues }),
    ...(referenceTypes.length === 0 ? {} : { referenceTypes }),
    subAttributes: readSubAttributes(reading, type, budget, level),
  }
}

/** SPEC: RFC7643-2.1-03. `$ref` is exempt (AMB-023). */
const ATTRIBUTE_NAME = /^[a-z][a-z0-9$_-]*$/i
// These would be read as something else in a path or filter.
const UNUSABLE = /[\s.:,[\]()"'/\\\p{Cc}]|^__proto__$/u

function readName(reading: Reading): string | undefined {
  const name = reading.text('name')
  if (name === undefined || name === '' || name.length > LIMITS.name || UNUSABLE.test(name)) {
    reading.complain('expected an attribute name; the attribute was left out', 'name')
    return undefined
  }
  if (name !== '$ref' && !ATTRIBUTE_NAME.test(name)) {
    reading.complain('expected a letter, then letters, digits, "$", "-" or "_"', 'name')
  }
  return name
}

function readType(reading: Reading): AttributeType {
  const untyped = reading.get('type') === undefined && reading.get('subAttributes') !== undefined
  if (untyped) reading.complain('expected type complex, for there are subAttributes', 'type')
  return untyped ? 'complex' : reading.keyword('type', ATTRIBUTE_TYPES, 'string')
}

function readSubAttributes(
  reading: Reading,
  type: AttributeType,
  budget: Budget,
  level: number,
): readonly Attribute[] {
  if (type !== 'complex') {
    if (reading.objects('subAttributes', 1).length > 0) {
      reading.complain(`expected none, for the type is ${type}`, 'subAttributes')
    }
    return []
  }
  if (level < LIMITS.levels) return readAttributes(reading, 'subAttributes', budget, level + 1)
  reading.complain('complex attributes are nested too deeply: their parts were not read', 'subAttributes')
  return []
}

/** Drops what came before under the same key. */
function firstOfEach<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  problems: Problems,
  pointer = '',
): Item[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = keyOf(item).toLowerCase()
    if (seen.has(key))
      problems.add(pointer, `"${keyOf(item)}" is defined more than once: the first was taken`)
    return !seen.has(key) && seen.add(key)
  })
}
