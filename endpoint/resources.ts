import { type JsonObject, ScimError } from '#scim'
import { type PatchOperation, parsePatchRequest } from '#scim/patch'
import { knownUrns } from '#scim/resource'
import type { ResourceModel } from '#scim/schema'
import { type Call, find, projectionOf, resourceReply } from './call.ts'
import { clean } from './clean.ts'
import { checkVersion, notModified, versionHeader } from './etag.ts'
import type { Reply } from './exchange.ts'
import { readJson, readResource, settleResource } from './incoming.ts'
import { replacing } from './replace.ts'
import { remove, save } from './save.ts'
import { wholeOf } from './view.ts'

/** GET of one resource. */
export function read(call: Call, model: ResourceModel, id: string): Reply {
  const stored = find(call, model, id)
  const unchanged = notModified(call.service, stored, call.request.headers)
  return unchanged ?? resourceReply(call, 200, stored, projectionOf(call))
}

/** POST (RFC 7644 section 3.3). */
export function create(call: Call, model: ResourceModel): Reply {
  const { service } = call
  const given = readJson(call.request.body)
  const { resource, mentioned } = readResource(given, model, service)
  const stored = save(service, { id: service.settings.newId(), model }, resource, given)
  return resourceReply(call, 201, stored, { ...projectionOf(call), op: 'write', requested: mentioned })
}

/** PUT (RFC 7644 section 3.5.1). */
export function replace(call: Call, model: ResourceModel, id: string): Reply {
  const { service } = call
  const before = find(call, model, id)
  checkVersion(service, before, call.request.headers)
  const given = readJson(call.request.body)
  const { body, mentioned } = replacing(service, before, given)
  const stored = save(service, before, body, given)
  return resourceReply(call, 200, stored, { ...projectionOf(call), op: 'write', requested: mentioned })
}

/** PATCH (RFC 7644 section 3.5.2): all of it or nothing. */
export function modify(call: Call, model: ResourceModel, id: string): Reply {
  const { service, request } = call
  const { features, patch, patchAnswer } = service.settings
  if (!features.patch) throw new ScimError(service.settings.unsupported, undefined, 'PATCH is not supported')
  const before = find(call, model, id)
  checkVersion(service, before, request.headers)
  const given = readJson(request.body)
  const operations = parsePatchRequest(given, knownUrns(model))
  const after = service.kernel.patch(wholeOf(service, before), operations, model, patch)
  const stored = save(service, before, patched(call, model, after, id), given)
  const projection = projectionOf(call)
  // SPEC: RFC7644-3.5.2-26: a client that names attributes wants to see them.
  const silent =
    patchAnswer === 204 && !projection.attributes?.length && !projection.excludedAttributes?.length
  if (silent) return { status: 204, headers: versionHeader(service, stored) }
  return resourceReply(call, 200, stored, { ...projection, op: 'write', requested: namesIn(operations) })
}

function patched({ service }: Call, model: ResourceModel, after: JsonObject, id: string): JsonObject {
  return settleResource(clean(after, model).resource, model, service, id)
}

/** What the operations wrote to, in attribute notation. */
function namesIn(operations: readonly PatchOperation[]): string[] {
  return operations.flatMap(({ path, value }) => {
    if (!path) return Object.keys((value ?? {}) as JsonObject)
    const { uri, attribute } = path.path
    return [uri === undefined ? attribute : `${uri}:${attribute}`]
  })
}

/** DELETE (RFC 7644 section 3.6). */
export function destroy(call: Call, model: ResourceModel, id: string): Reply {
  const stored = find(call, model, id)
  checkVersion(call.service, stored, call.request.headers)
  remove(call.service, stored)
  return { status: 204, headers: {} }
}
