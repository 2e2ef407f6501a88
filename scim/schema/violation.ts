import type { Json } from '../message/index.ts'

export type ViolationKind =
  | 'type'
  | 'multiplicity'
  | 'missing-required'
  | 'missing-always'
  | 'never-returned'
  | 'format'
  /** A value other than the canonical ones, which RFC 7643 section 7 has as suggestions. */
  | 'canonical'
  | 'unknown-attribute'
  /** `schemas` does not name the core schema, or not the extension a container is of. */
  | 'schemas'
  /** The name of an attribute or of an extension's container in another letter case than its definition. Reported for answers only. */
  | 'spelling'

/** One way in which a representation differs from its schemas. */
export interface Violation {
  readonly kind: ViolationKind
  /** JSON pointer (RFC 6901) into the representation; to where it should be, if something is missing. */
  readonly pointer: string
  /** Words that complete "expected …". */
  readonly expected: string
  /** null where it is absent; a value that must not be returned is not repeated. */
  readonly actual: Json
  /** `emails.type`; with the URN in front where it belongs to an extension. Absent where no attribute is meant. */
  readonly attribute?: string
}
