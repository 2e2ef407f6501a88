import { isObject, member } from '#scim'
import type { Operation } from './patch-operations.sample.ts'

/** Something scim-patch gets wrong or we read differently, which excuses it from agreeing on such operations. */
export interface KnownPatchError {
  readonly reason: string
  /** The row of the requirements catalogue, or the ambiguity, that decides. */
  readonly row: string
  concerns(operations: readonly Operation[]): boolean
}

const names = ({ path, value }: Operation, name: string) =>
  path === undefined && isObject(value) && member(value, name) !== undefined
const isSelecting = ({ path }: Operation) => path?.includes('[') === true

export const knownPatchErrors: readonly KnownPatchError[] = [
  {
    reason: 'replaces a complex attribute as a whole where the operation has no path',
    row: 'RFC7644-3.5.2.3-06',
    concerns: (operations) => operations.some((operation) => names(operation, 'name')),
  },
  {
    reason: 'adds a value that is there already once more where the operation has no path',
    row: 'RFC7644-3.5.2.1-10',
    concerns: (operations) =>
      operations.some((operation) => operation.op === 'add' && names(operation, 'emails')),
  },
  {
    reason: 'takes an element for another one where it says nothing about "primary"',
    row: 'RFC7644-3.5.2.1-10',
    concerns: (operations) =>
      operations.some(
        ({ op, path, value }, index) =>
          op === 'add' &&
          path === 'emails' &&
          (mentions(value, 'k@work.test') || operations.slice(0, index).some(isSelecting)),
      ),
  },
  {
    reason: 'answers invalidSyntax where a filter selects from an attribute without values',
    row: 'RFC7644-3.5.2.2-10, RFC7644-3.5.2.3-09',
    concerns: (operations) =>
      operations.some(
        (operation, index) =>
          isSelecting(operation) &&
          operations.slice(0, index).some(({ op, path }) => op === 'remove' && path?.startsWith('emails')),
      ),
  },
]

function mentions(value: unknown, text: string): boolean {
  return JSON.stringify(value).includes(JSON.stringify(text))
}
