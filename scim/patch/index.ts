export { applyPatch, changed } from './apply.ts'
export type { PatchOptions } from './options.ts'
export { type PatchOperation, type PatchRequestOptions, parsePatchRequest } from './request.ts'
