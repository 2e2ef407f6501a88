import type { AttributeType, Mutability, Returned, Uniqueness } from './model.ts'

/** The keywords of RFC 7643 section 7, as they are spelled in a published schema. */
export const ATTRIBUTE_TYPES = [
  'string',
  'complex',
  'boolean',
  'decimal',
  'integer',
  'dateTime',
  'reference',
  'binary',
] as const satisfies readonly AttributeType[]
export const MUTABILITIES = [
  'readOnly',
  'readWrite',
  'immutable',
  'writeOnly',
] as const satisfies readonly Mutability[]
export const RETURNED = ['always', 'never', 'default', 'request'] as const satisfies readonly Returned[]
export const UNIQUENESSES = ['none', 'server', 'global'] as const satisfies readonly Uniqueness[]
