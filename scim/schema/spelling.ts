import { isObject, type Json, type JsonObject, member } from '../message/index.ts'
import { findAttribute, sameUrn } from './find.ts'
import type { Attribute, ResourceModel } from './model.ts'
import { at } from './reading.ts'
import type { Violation } from './violation.ts'

/** A representation in the spelling of its schemas, without the members that have no value. */
export interface Spelt {
  readonly resource: JsonObject
  readonly violations: readonly Violation[]
  /** From a JSON pointer into `resource` to the one into what was given, for members that were renamed. */
  readonly renamed: ReadonlyMap<string, string>
}

/** What a member is called and may contain. */
interface Definition {
  readonly name: string
  readonly attributes: readonly Attribute[]
}

/** The same, with what to call it where something is wrong. */
interface Expected extends Definition {
  readonly attribute: string
  /** What the names of its sub-attributes stand behind. */
  readonly prefix: string
}

type Lookup = (name: string) => Expected | undefined

/**
 * Brings names into the spelling of the schemas and leaves out null and [] (RFC 7643 sections 2.1 and 2.5), so that a
 * JSON Schema, which knows neither rule, can judge the rest. Goes no deeper than the model.
 */
export function spell(resource: JsonObject, model: ResourceModel): Spelt {
  // Nearly all are: to look is far quicker than to build the same once more, with a pointer to each value.
  if (isSpelt(resource, (name) => memberOf(model, name)))
    return { resource: withSpeltSchemas(resource, model), violations: [], renamed: new Map() }
  const speller = new Speller()
  const spelt = speller.object(resource, topLevel(model), '', '')
  return {
    resource: withSpeltSchemas(spelt, model),
    violations: speller.violations,
    renamed: speller.renamed,
  }
}

/** Whether all names are spelt as they should be and nothing is unassigned. */
function isSpelt(object: JsonObject, definitionOf: (name: string) => Definition | undefined): boolean {
  return Object.keys(object).every((name) => {
    const value = object[name] as Json
    if (isUnassigned(value)) return false
    const definition = definitionOf(name)
    if (!definition) return true
    if (definition.name !== name) return false
    const { attributes } = definition
    if (attributes.length === 0 || typeof value !== 'object') return true
    const inner = (sub: string) => subAttribute(attributes, sub)
    return Array.isArray(value)
      ? value.every((item) => !isObject(item) || isSpelt(item, inner))
      : isSpelt(value as JsonObject, inner)
  })
}

function subAttribute(attributes: readonly Attribute[], name: string): Definition | undefined {
  const found = findAttribute(attributes, name)
  return found && { name: found.name, attributes: found.subAttributes }
}

const extensionOf = (model: ResourceModel, name: string) =>
  model.extensions.find(({ schema }) => sameUrn(schema.id, name))?.schema

function memberOf(model: ResourceModel, name: string): Definition | undefined {
  const extension = extensionOf(model, name)
  return extension
    ? { name: extension.id, attributes: extension.attributes }
    : subAttribute(model.core.attributes, name)
}

function topLevel(model: ResourceModel): Lookup {
  const core = within(model.core.attributes, '')
  return (name) => {
    const extension = extensionOf(model, name)
    if (!extension) return core(name)
    const { id, attributes } = extension
    return { name: id, attributes, attribute: id, prefix: `${id}:` }
  }
}

function within(attributes: readonly Attribute[], prefix: string): Lookup {
  return (name) => {
    const found = findAttribute(attributes, name)
    if (!found) return undefined
    const attribute = `${prefix}${found.name}`
    return { name: found.name, attributes: found.subAttributes, attribute, prefix: `${attribute}.` }
  }
}

/** URNs compare without case. */
function withSpeltSchemas(resource: JsonObject, model: ResourceModel): JsonObject {
  const schemas = member(resource, 'schemas')
  if (!Array.isArray(schemas)) return resource
  const known = [model.core.id, ...model.extensions.map(({ schema }) => schema.id)]
  const spelt = (urn: Json) => (typeof urn === 'string' && known.find((id) => sameUrn(id, urn))) || urn
  if (schemas.every((urn) => spelt(urn) === urn)) return resource
  return { ...resource, schemas: schemas.map(spelt) }
}

function isUnassigned(value: Json): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

class Speller {
  readonly violations: Violation[] = []
  readonly renamed = new Map<string, string>()

  /** `from` is the JSON pointer as given, `to` the one as spelt. */
  object(given: JsonObject, lookup: Lookup, from: string, to: string): JsonObject {
    const entries = Object.entries(given).flatMap(([name, value]): [string, Json][] => {
      const expected = lookup(name)
      if (!expected) return isUnassigned(value) ? [] : [[name, value]]
      if (expected.name !== name) this.misspelt(at(from, name), name, expected)
      if (isUnassigned(value) || isSaidTwice(given, name, expected)) return []
      const [own, spelt] = [at(from, name), at(to, expected.name)]
      if (expected.name !== name) this.renamed.set(spelt, own)
      return [[expected.name, this.value(value, expected, own, spelt)]]
    })
    return Object.fromEntries(entries)
  }

  private value(value: Json, expected: Expected, from: string, to: string): Json {
    const lookup = within(expected.attributes, expected.prefix)
    if (expected.attributes.length === 0) return value
    if (isObject(value)) return this.object(value, lookup, from, to)
    if (!Array.isArray(value)) return value
    return value.map((item, index) =>
      isObject(item) ? this.object(item, lookup, at(from, index), at(to, index)) : item,
    )
  }

  private misspelt(pointer: string, name: string, expected: Expected): void {
    this.violations.push({
      kind: 'spelling',
      pointer,
      expected: `the spelling "${expected.name}"`,
      actual: name,
      attribute: expected.attribute,
    })
  }
}

/** Where one name comes in several spellings the right one counts. */
function isSaidTwice(given: JsonObject, name: string, expected: Expected): boolean {
  return name !== expected.name && Object.hasOwn(given, expected.name)
}
