import type { ProjectionOptions } from '#scim/projection'
import type { ResourceModel } from '#scim/schema'
import type { Address } from './address.ts'
import { notFound } from './errors.ts'
import { versionHeader } from './etag.ts'
import type { EndpointRequest, Reply } from './exchange.ts'
import type { Service } from './service.ts'
import type { Stored } from './store.ts'
import { locationOf, shownOf } from './view.ts'

/** A request on its way through the endpoint. */
export interface Call {
  readonly request: EndpointRequest
  readonly address: Address
  readonly service: Service
}

/** @throws ScimError 404 */
export function find({ service, address }: Call, model: ResourceModel, id: string): Stored {
  const stored = service.store.get(id)
  if (stored?.model !== model) throw notFound(address.path)
  return stored
}

/** The parameters of RFC 7644 section 3.9. */
export function projectionOf({ address: { query } }: Call): ProjectionOptions {
  return {
    attributes: names(query.get('attributes')),
    excludedAttributes: names(query.get('excludedAttributes')),
  }
}

function names(list = ''): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

export function resourceReply(call: Call, status: number, stored: Stored, options: ProjectionOptions): Reply {
  const { service } = call
  return {
    status,
    headers: { ...versionHeader(service, stored), ...location(call, status, stored) },
    body: shownOf(service, stored, options),
  }
}

function location({ service }: Call, status: number, { model, id }: Stored): Reply['headers'] {
  return status === 201 ? { location: locationOf(service, model.type, id) } : {}
}
