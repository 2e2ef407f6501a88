/** Where RFC 7644 leaves room or identity providers differ. Every default is what an endpoint should do. */
export interface PatchOptions {
  /**
   * AMB-054: `add` with a value filter that matches nothing makes an element from the filter's `eq` constants
   * (`create`, the default; Entra relies on it) or is refused (`noTarget`).
   */
  readonly addWithFilter?: 'create' | 'noTarget'
  /** AMB-053: RFC 7644 section 3.5.2.3 wants `noTarget`, the default; Entra's newer dialect expects `create`. */
  readonly replaceWithoutMatch?: 'create' | 'noTarget'
  /** AMB-052: `remove` with a value filter that matches nothing. Default `noop`. */
  readonly removeWithoutMatch?: 'noop' | 'noTarget'
  /**
   * AMB-063: `remove` of a multi-valued attribute that also has a value (Entra) removes the values it lists
   * (`listed`, the default) or everything, as the RFC has it (`all`).
   */
  readonly removeWithValue?: 'listed' | 'all'
  /** AMB-017: takes "True" and "false" in any case as values of boolean attributes (Entra). Default true. */
  readonly coerceBooleans?: boolean
  /**
   * Takes text for a complex attribute that is a reference, as its `value` (Entra sends a manager like this, against
   * RFC 7643 section 4.3). Default true.
   */
  readonly textAsReference?: boolean
  /**
   * AMB-039: members of a value that no schema knows are refused (the default: 400 invalidPath in a value without
   * path, 400 invalidValue inside a complex value) or left out.
   */
  readonly unknownMembers?: 'reject' | 'ignore'
}

export const DEFAULTS: Required<PatchOptions> = {
  addWithFilter: 'create',
  replaceWithoutMatch: 'noTarget',
  removeWithoutMatch: 'noop',
  removeWithValue: 'listed',
  coerceBooleans: true,
  textAsReference: true,
  unknownMembers: 'reject',
}
