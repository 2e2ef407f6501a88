import type { Person } from '#people'
import { isObject, type Json, type JsonObject, URN } from '#scim'
import { findAttribute } from '#scim/resource'
import type { ResourceModel } from '#scim/schema'
import type { Models } from './facts.ts'

interface Source {
  readonly models: Models
  readonly tag: string
  readonly nextPerson: () => Person
  readonly hints: Readonly<Record<string, JsonObject>>
}

/**
 * The body of a new resource: what every endpoint of the field takes, less what this target's schema does not know,
 * plus what its configuration asks for.
 */
export function draftBody(resource: string, overrides: JsonObject, source: Source): JsonObject {
  const model = source.models.get(resource)
  const person = source.nextPerson()
  const plain = resource === 'User' ? userBody(person) : groupBody(person, source.tag, model)
  const described = Object.fromEntries(Object.entries(plain).filter(([name]) => isDescribed(name, model)))
  const hinted = fillIn(source.hints[resource] ?? {}, person) as JsonObject
  const body = { ...described, ...hinted, ...overrides }
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
function groupBody(person: Person, tag: string, model: ResourceModel | undefined): JsonObject {
  const names = { displayName: `${tag}-${person.index} gruppe`, externalId: person.key }
  const extra = (model?.core.attributes ?? []).filter(
    (a) => a.required && a.mutability !== 'readOnly' && a.type === 'string',
  )
  return { ...names, ...Object.fromEntries(extra.map(({ name }) => [name, names.displayName])) }
}

function isDescribed(name: string, model: ResourceModel | undefined): boolean {
  return !model || name === 'externalId' || findAttribute(model, { attribute: name }) !== undefined
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
