export { type Deviation, defect, requestBody, resourcesRewritten, rewritten, variant } from './deviation.ts'
export { createEndpoint, type Endpoint } from './endpoint.ts'
export {
  type EndpointRequest,
  type EndpointResponse,
  type Handler,
  type Reply,
  toRequest,
  toResponse,
  toScimResponse,
} from './exchange.ts'
export type { Kernel, Times } from './kernel.ts'
export type { EndpointOptions } from './service.ts'
export type { Feature, Settings } from './settings.ts'
export type { Kept } from './state.ts'
export { ADMIN_PATH, type Stream, SYNC_PATH, type SyncOptions } from './sync/settings.ts'
export { trialSchema } from './trial-schema.ts'
