import { isObject, type Json, type JsonObject } from '../message/index.ts'
import { type Attribute, findAttribute, type ResourceModel, sameUrn } from '../schema/index.ts'
import { Selection } from './selection.ts'

/** What a client asked for. Names are in attribute notation (RFC 7644 section 3.10), letter case aside. */
export interface ProjectionOptions {
  /** The `attributes` parameter, split at its commas. An empty list counts as not given. It wins over the other one. */
  readonly attributes?: readonly string[]
  /** The `excludedAttributes` parameter, split at its commas. */
  readonly excludedAttributes?: readonly string[]
  /** Whether this answers a GET or query, or a POST, PUT or PATCH. Reading, unless said otherwise. */
  readonly op?: 'read' | 'write'
  /** Names the client wrote to; brings attributes returned on `request` into the answer to a write. */
  readonly requested?: readonly string[]
}

/** An attribute of a schema. An empty name means the schema. */
interface Place {
  readonly urn: string
  readonly attribute: string
}

/**
 * The part of a resource that belongs in an answer, by the `returned` characteristic (RFC 7643 section 7) and the
 * parameters of RFC 7644 section 3.9. The resource itself is not changed; the result shares values with it.
 *
 * Attributes returned always stay, those returned never go, whatever was asked for; a sub-attribute returned always comes
 * with its attribute. `id` and `schemas` stay. Attributes the model does not know count as returned by default.
 */
export function project(
  resource: JsonObject,
  model: ResourceModel,
  options: ProjectionOptions = {},
): JsonObject {
  const projector = new Projector(model, options)
  return entriesKept(resource, (name, value) => projector.member(name, value))
}

type Keep = (name: string, value: Json) => Json | undefined

/** `Object.fromEntries` defines own members even for names such as `__proto__`. */
function entriesKept(object: JsonObject, keep: Keep): JsonObject {
  const entries = Object.entries(object).flatMap(([name, value]): [string, Json][] => {
    const kept = keep(name, value)
    return kept === undefined ? [] : [[name, kept]]
  })
  return Object.fromEntries(entries)
}

class Projector {
  readonly #model: ResourceModel
  readonly #wanted: Selection | undefined
  readonly #excluded: Selection
  readonly #written: Selection

  constructor(model: ResourceModel, options: ProjectionOptions) {
    const { attributes = [], excludedAttributes = [], op = 'read', requested = [] } = options
    this.#model = model
    this.#wanted = attributes.length > 0 ? new Selection(attributes, model) : undefined
    this.#excluded = new Selection(this.#wanted ? [] : excludedAttributes, model)
    this.#written = new Selection(op === 'write' && !this.#wanted ? requested : [], model)
  }

  /** A member of the resource: an attribute of the core schema, or the container of an extension. */
  member(name: string, value: Json): Json | undefined {
    const { core, extensions } = this.#model
    const extension = extensions.find(({ schema }) => sameUrn(schema.id, name))?.schema
    if (!extension) return this.#attribute(findAttribute(core.attributes, name), core.id, name, value)
    if (!isObject(value))
      return this.#keeps(undefined, { urn: extension.id, attribute: '' }) ? value : undefined
    const { id, attributes } = extension
    return filtered(value, (own, inner) => this.#attribute(findAttribute(attributes, own), id, own, inner))
  }

  #attribute(definition: Attribute | undefined, urn: string, name: string, value: Json): Json | undefined {
    const place = { urn, attribute: name }
    if (this.#keeps(definition, place)) return this.#parts(definition, place, value, true)
    const inPart =
      this.#wanted?.hasPartOf(urn, name) && returnedOf(definition, place, this.#model) !== 'never'
    return inPart ? this.#parts(definition, place, value, false) : undefined
  }

  /** `whole` where the attribute belongs in the answer itself, not just the sub-attributes the client named. */
  #parts(definition: Attribute | undefined, place: Place, value: Json, whole: boolean): Json | undefined {
    const subAttributes = definition?.subAttributes ?? []
    if (subAttributes.length === 0) return value
    const keep: Keep = (name, inner) => {
      const sub = findAttribute(subAttributes, name)
      return this.#keepsPart(sub, place, name, whole) ? (sub ? onlyReturned(sub, inner) : inner) : undefined
    }
    if (!Array.isArray(value)) return isObject(value) ? filtered(value, keep) : value
    const elements = value.map((item) => (isObject(item) ? filtered(item, keep) : item))
    const kept = elements.filter((element) => element !== undefined)
    return kept.length === 0 && value.length > 0 ? undefined : kept
  }

  #keepsPart(
    definition: Attribute | undefined,
    { urn, attribute }: Place,
    sub: string,
    whole: boolean,
  ): boolean {
    switch (returnedOf(definition)) {
      case 'never':
        return false
      case 'always':
        return true
      case 'default':
        return whole
          ? !this.#excluded.has(urn, attribute, sub)
          : this.#wanted?.has(urn, attribute, sub) === true
      case 'request':
        return this.#isRequested(urn, attribute, sub)
    }
  }

  #keeps(definition: Attribute | undefined, { urn, attribute }: Place): boolean {
    switch (returnedOf(definition, { urn, attribute }, this.#model)) {
      case 'never':
        return false
      case 'always':
        return true
      case 'default':
        return this.#wanted ? isNamed(this.#wanted, urn, attribute) : !isNamed(this.#excluded, urn, attribute)
      case 'request':
        return this.#isRequested(urn, attribute)
    }
  }

  /** AMB-088: to name its schema or parent is not enough; to write to a part of it is. */
  #isRequested(urn: string, attribute: string, sub?: string): boolean {
    if (this.#wanted) return this.#wanted.has(urn, attribute, sub)
    const written = this.#written.has(urn, attribute, sub)
    const writtenInPart = sub === undefined && this.#written.hasPartOf(urn, attribute)
    return (written || writtenInPart) && !this.#excluded.has(urn, attribute, sub)
  }
}

function isNamed(selection: Selection, urn: string, attribute: string): boolean {
  return selection.has(urn, '') || selection.has(urn, attribute)
}

/** SPEC: RFC7643-3.1 and AMB-013: `id` and `schemas` belong to the minimum whatever a schema says of them. */
function returnedOf(definition?: Attribute, place?: Place, model?: ResourceModel): Attribute['returned'] {
  if (definition?.returned === 'never' || definition?.mutability === 'writeOnly') return 'never'
  const minimum = place && place.urn === model?.core.id && /^(?:id|schemas)$/i.test(place.attribute)
  return minimum ? 'always' : (definition?.returned ?? 'default')
}

/** An object that lost all it had is no value any more. */
function filtered(object: JsonObject, keep: Keep): JsonObject | undefined {
  const kept = entriesKept(object, keep)
  const emptied = Object.keys(kept).length === 0 && Object.keys(object).length > 0
  return emptied ? undefined : kept
}

/** Below the sub-attributes, which only the Schema schema has, clients cannot name anything. */
function onlyReturned({ subAttributes }: Attribute, value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => (isObject(item) ? strip(item, subAttributes) : item))
  return isObject(value) ? strip(value, subAttributes) : value
}

function strip(object: JsonObject, attributes: readonly Attribute[]): JsonObject {
  return entriesKept(object, (name, value) => {
    const returned = findAttribute(attributes, name)?.returned ?? 'default'
    return returned === 'never' || returned === 'request' ? undefined : value
  })
}
