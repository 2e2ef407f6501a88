import type { AttributeName, Attributes } from './directory/attributes.ts'

/** One condition of a scoping filter. `text` counts for `equal` and `differ` only, to the letter. */
export interface Clause {
  readonly attribute: AttributeName
  readonly must: 'equal' | 'differ' | 'be empty' | 'be filled'
  readonly text: string
}

/** All of its clauses have to hold. */
export type ScopingFilter = readonly Clause[]

/** Whether the attributes pass one of the filters. Where there is none, everybody is in scope. */
export function passes(attributes: Attributes, filters: readonly ScopingFilter[] | undefined): boolean {
  if (filters === undefined || filters.length === 0) return true
  return filters.some((clauses) => clauses.every((clause) => holds(attributes, clause)))
}

/** What is empty neither equals nor differs from anything. */
function holds(attributes: Attributes, { attribute, must, text }: Clause): boolean {
  const value = attributes[attribute] ?? ''
  switch (must) {
    case 'be empty':
      return value === ''
    case 'be filled':
      return value !== ''
    case 'equal':
      return value === text
    case 'differ':
      return value !== '' && value !== text
  }
}
