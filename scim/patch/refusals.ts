import { ScimError } from '../message/index.ts'

/** The answers of RFC 7644 table 9 that PATCH gives, all with status 400. */
export function invalidSyntax(detail: string): ScimError {
  return new ScimError(400, 'invalidSyntax', detail)
}

export function invalidValue(detail: string): ScimError {
  return new ScimError(400, 'invalidValue', detail)
}

export function invalidPath(detail: string): ScimError {
  return new ScimError(400, 'invalidPath', detail)
}

export function mutability(detail: string): ScimError {
  return new ScimError(400, 'mutability', detail)
}

export function noTarget(detail: string): ScimError {
  return new ScimError(400, 'noTarget', detail)
}
