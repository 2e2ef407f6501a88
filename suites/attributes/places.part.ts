import type { Case, Facts } from '#check'
import { isObject, type Json, type JsonObject, member } from '#scim'
import { type Attribute, sameUrn } from '#scim/schema'

/** A top-level attribute of a resource type, as a schema describes it. */
export interface Place {
  /** Of the extension that it belongs to. */
  readonly urn?: string
  readonly attribute: Attribute
  /** In attribute notation: `title`, `urn:…:User:badge`. */
  readonly name: string
}

const COMMON = new Set(['schemas', 'id', 'externalid', 'meta'])

/** Every attribute that the target describes for a resource type, but those that all resources have. */
export function placesOf({ resourceTypes, schemas }: Facts, type: string): Place[] {
  const found = resourceTypes.find(({ name }) => name === type)
  const attributesOf = (urn: string) => schemas.find(({ id }) => sameUrn(id, urn))?.attributes ?? []
  const core = attributesOf(found?.schema ?? '').filter(({ name }) => !COMMON.has(name.toLowerCase()))
  const extensions = (found?.schemaExtensions ?? []).flatMap(({ schema: urn }) =>
    attributesOf(urn).map((attribute) => ({ urn, attribute, name: `${urn}:${attribute.name}` })),
  )
  return [...core.map((attribute) => ({ attribute, name: attribute.name })), ...extensions]
}

/** What a resource has there. */
export function valueAt(resource: Json | undefined, { urn, attribute }: Place): Json | undefined {
  return member(urn === undefined ? resource : member(resource, urn), attribute.name)
}

/** The resource with something else there; `undefined` takes it away. */
export function withValueAt(resource: JsonObject, { urn, attribute }: Place, value: Json | undefined) {
  const holder = urn === undefined ? resource : resource[urn]
  const { [attribute.name]: _, ...rest } = isObject(holder) ? holder : {}
  const changed: JsonObject = value === undefined ? rest : { ...rest, [attribute.name]: value }
  return urn === undefined ? changed : { ...resource, [urn]: changed }
}

/** A body with these values, extensions in their containers. */
export function bodyWith(values: readonly (readonly [Place, Json])[]): JsonObject {
  return values.reduce<JsonObject>((body, [place, value]) => withValueAt(body, place, value), {})
}

/** Does the target itself say what its resources have? What we assume of it is nothing to hold against it. */
const isDescribed = ({ described }: Facts) => described !== 'built-in'

/** One case for each resource type that has such an attribute. */
export function typesWith(facts: Facts, wanted: (place: Place) => boolean): Case[] {
  if (!isDescribed(facts)) return []
  return facts.resourceTypes.flatMap(({ name }) => (placesOf(facts, name).some(wanted) ? [{ name }] : []))
}

/** Shown to everybody who does not ask for less. */
export const isShown = ({ returned, mutability }: Attribute) =>
  (returned === 'default' || returned === 'always') && mutability !== 'writeOnly'

export const isHidden = ({ returned, mutability }: Attribute) =>
  returned === 'never' || mutability === 'writeOnly'

const pointsToResources = ({ type, referenceTypes }: Attribute) =>
  type === 'reference' && (referenceTypes ?? []).some((one) => one !== 'external' && one !== 'uri')

/** May a client set it to a value of its own making? Not where it names another resource. */
export function isFree({ mutability, subAttributes, name, ...rest }: Attribute): boolean {
  const refers = name === '$ref' || pointsToResources({ mutability, subAttributes, name, ...rest })
  return mutability !== 'readOnly' && !refers && !subAttributes.some((sub) => sub.name === '$ref')
}

/** The sub-attributes that a client may set. */
export const freeParts = ({ subAttributes }: Attribute) => subAttributes.filter(isFree)
