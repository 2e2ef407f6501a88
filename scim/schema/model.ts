/** The schema model of RFC 7643 section 7, with every default of section 2.2 filled in. */

export type AttributeType =
  | 'string'
  | 'boolean'
  | 'decimal'
  | 'integer'
  | 'dateTime'
  | 'reference'
  | 'binary'
  | 'complex'
export type Mutability = 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly'
export type Returned = 'always' | 'never' | 'default' | 'request'
export type Uniqueness = 'none' | 'server' | 'global'

export interface Attribute {
  readonly name: string
  readonly type: AttributeType
  readonly multiValued: boolean
  readonly required: boolean
  readonly caseExact: boolean
  readonly mutability: Mutability
  readonly returned: Returned
  readonly uniqueness: Uniqueness
  readonly description?: string
  readonly canonicalValues?: readonly string[]
  readonly referenceTypes?: readonly string[]
  /** Empty unless `type` is complex. */
  readonly subAttributes: readonly Attribute[]
}

export interface Schema {
  /** The URN. */
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly attributes: readonly Attribute[]
}

export interface ResourceType {
  /** `User`, `Group`, … as in `meta.resourceType`. */
  readonly name: string
  /** Relative to the base URL, with a leading slash. */
  readonly endpoint: string
  readonly schema: string
  readonly schemaExtensions: readonly { readonly schema: string; readonly required: boolean }[]
}

/** A resource type with its schemas resolved: what filters, paths, PATCH and projection are judged against. */
export interface ResourceModel {
  readonly type: ResourceType
  /** With the common attributes of RFC 7643 section 3.1 (`id`, `externalId`, `meta`, `schemas`) in front. */
  readonly core: Schema
  readonly extensions: readonly { readonly schema: Schema; readonly required: boolean }[]
}
