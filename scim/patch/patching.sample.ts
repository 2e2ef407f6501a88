import { type Json, type JsonObject, ScimError, URN } from '../message/index.ts'
import { kari, model, urns } from '../resource/user-model.sample.ts'
import { applyPatch, type PatchOptions, parsePatchRequest } from './index.ts'

/** Short hands of the PATCH tests. */
export type Op = { op: string; path?: string; value?: Json }

export function patch(
  operations: Op | Op[],
  resource: JsonObject = kari(),
  options?: PatchOptions,
): JsonObject {
  const body: Json = { schemas: [URN.patchOp], Operations: [operations].flat() as Json[] }
  return applyPatch(resource, parsePatchRequest(body, urns), model, options)
}

/** `400 noTarget` or the like; undefined where the operations succeed. */
export function refusal(
  operations: Op | Op[],
  resource?: JsonObject,
  options?: PatchOptions,
): string | undefined {
  try {
    patch(operations, resource, options)
  } catch (error) {
    return error instanceof ScimError ? `${error.status} ${error.scimType}` : String(error)
  }
  return undefined
}
