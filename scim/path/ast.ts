/**
 * `userName`, `name.familyName`, `urn:ietf:params:scim:schemas:core:2.0:User:userName`, `members.$ref`.
 * Names keep the spelling of the input; a URN that was recognised has the spelling of the list of known URNs.
 * An empty `attribute` (then `uri` is set and `sub` is not) means the schema as a whole: a path of a known URN alone.
 */
export interface AttributePath {
  readonly uri?: string
  readonly attribute: string
  readonly sub?: string
}

/** The attribute operators of RFC 7644 table 3 that take an operand. `pr` takes none. */
export const COMPARISONS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const
export type Comparison = (typeof COMPARISONS)[number]

/** The operand of a comparison. */
export type Literal = string | number | boolean | null

/** `and` and `or` associate to the left: `a or b or c` is `(a or b) or c`. */
export type Filter =
  | { readonly kind: 'and'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly filter: Filter }
  | { readonly kind: 'compare'; readonly path: AttributePath; readonly op: 'pr' }
  | {
      readonly kind: 'compare'
      readonly path: AttributePath
      readonly op: Comparison
      readonly value: Literal
    }
  | { readonly kind: 'valuePath'; readonly path: AttributePath; readonly filter: Filter }

/** Comparisons alone. */
export type CompareFilter = Extract<Filter, { kind: 'compare' }>

/**
 * `members`, `name.familyName`, `emails[type eq "work"]`, `emails[type eq "work"].value`.
 * `sub` is what follows a value filter; without a filter the sub-attribute is in `path.sub`.
 */
export interface PatchPath {
  readonly path: AttributePath
  readonly filter?: Filter
  readonly sub?: string
}
