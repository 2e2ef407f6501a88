import type { Person } from '#people'
import { isObject, type Json, type JsonObject, URN } from '#scim'
import { findAttribute } from '#scim/resource'
import type { Attribute, ResourceModel, Schema } from '#scim/schema'
import type { Models } from './facts.ts'
import { plausibleValue } from './plausible.ts'

interface Source {
  readonly models: Models
  readonly tag: string
  readonly nextPerson: () => Person
  /** By resource type; `null` leaves an attribute out. */
  readonly hints: Readonly<Record<string, JsonObject>>
}

/**
 * The body of a new resource: what every endpoint of the field takes, less what this target's schema does not know,
 * plus what the schema requires, what the configuration asks for and what was learnt.
 */
export function draftBody(resource: string, overrides: JsonObject, source: Source): JsonObject {
  const model = source.models.get(resource)
  const person = source.nextPerson()
  const plain = resource === 'User' ? userBody(person) : groupBody(person, source.tag)
  const described = Object.fromEntries(Object.entries(plain).filter(([name]) => isDescribed(name, model)))
  const required = fillIn(requiredOf(model, described), person) as JsonObject
  const hinted = fillIn(source.hints[resource] ?? {}, person) as JsonObject
  const body = { ...mergedWith(mergedWith(required, described), hinted), ...overrides }
  return { ...body, schemas: schemasOf(body, model) }
}

function userBody(person: Person): JsonObject {
  const { givenName, familyName, formatted } = person
  return {
    userName: person.userName,
    externalId: person.key,
    name: { givenName, familyName, formatted },
    displayName: person.displayName,
    emails: [{ value: person.email, type: 'work', primary: true }],
    active: true,
  }
}

/** Groups, and what other resource types the target has. */
function groupBody(person: Person, tag: string): JsonObject {
  return { displayName: `${tag}-${person.index} gruppe`, externalId: person.key }
}

/** What the schemas say must be there and the plain body lacks. */
function requiredOf(model: ResourceModel | undefined, plain: JsonObject): JsonObject {
  if (!model) return {}
  const core = missingIn(model.core, plain, plain.displayName)
  const extensions = model.extensions.filter(({ required }) => required)
  return { ...core, ...Object.fromEntries(extensions.map(({ schema }) => [schema.id, leastOf(schema)])) }
}

/** What a required extension needs, or its first attribute where it needs none: an empty object is no extension. */
function leastOf(schema: Schema): JsonObject {
  const needed = missingIn(schema, {}, undefined)
  const first = schema.attributes.find(({ mutability }) => mutability !== 'readOnly')
  return Object.keys(needed).length > 0 || !first ? needed : { [first.name]: plausibleValue(first) }
}

function missingIn({ attributes }: Schema, plain: JsonObject, name: Json | undefined): JsonObject {
  const missing = attributes.filter((one) => isDemanded(one) && !Object.hasOwn(plain, one.name))
  return Object.fromEntries(
    missing.map((one) => [
      one.name,
      one.type === 'string' && !one.multiValued && !one.canonicalValues && name !== undefined
        ? name
        : plausibleValue(one),
    ]),
  )
}

const COMMON = new Set(['schemas', 'id', 'meta', 'externalid'])

function isDemanded({ name, required, mutability }: Attribute): boolean {
  return required && mutability !== 'readOnly' && !COMMON.has(name.toLowerCase())
}

function isDescribed(name: string, model: ResourceModel | undefined): boolean {
  return !model || name === 'externalId' || findAttribute(model, { attribute: name }) !== undefined
}

/** Whether a resource has a name that can carry the run's mark, besides an externalId, which a check may leave out. */
export function hasPlaceForMark(model: ResourceModel): boolean {
  return ['userName', 'displayName'].some((name) => isDescribed(name, model))
}

/** Objects part by part; everything else whole; `null` takes away. */
export function mergedWith(plain: JsonObject, more: JsonObject): JsonObject {
  const merged = { ...plain }
  for (const [name, value] of Object.entries(more)) {
    const before = merged[name]
    if (value === null) delete merged[name]
    else merged[name] = isObject(value) && isObject(before) ? mergedWith(before, value) : value
  }
  return merged
}

/** The URNs that the body needs: the core schema and one for each extension object in it. */
function schemasOf(body: JsonObject, model: ResourceModel | undefined): string[] {
  const core = model?.core.id ?? URN.user
  const extensions = Object.keys(body).filter((name) => /^urn:/i.test(name) && isObject(body[name]))
  return [core, ...extensions]
}

/** Placeholders that a configuration may use in its hints: `{userName}`, `{familyName}`, `{n}`, … */
function fillIn(hint: Json, person: Person): Json {
  if (typeof hint === 'string') {
    const values = person as unknown as Record<string, unknown>
    return hint.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = name === 'n' ? person.index : Object.hasOwn(values, name) ? values[name] : undefined
      return value === undefined ? whole : String(value)
    })
  }
  if (Array.isArray(hint)) return hint.map((item) => fillIn(item, person))
  if (!isObject(hint)) return hint
  return Object.fromEntries(Object.entries(hint).map(([name, value]) => [name, fillIn(value, person)]))
}
