import { type JsonObject, type OtherToken, ScimError, type ScimRequest, type ScimResponse, URN } from '#scim'
import { sameUrn } from '#scim/schema'
import { readAddress } from './address.ts'
import { errorReply } from './errors.ts'
import {
  type EndpointRequest,
  type EndpointResponse,
  type Handler,
  type Reply,
  toRequest,
  toResponse,
  toScimResponse,
} from './exchange.ts'
import { admit, prefersPlainJson } from './gate.ts'
import { readResource } from './incoming.ts'
import { route } from './router.ts'
import { save } from './save.ts'
import { createService, type EndpointOptions, type Service } from './service.ts'
import { type Kept, keptOf, restore } from './state.ts'
import { createSyncApi } from './sync/api.ts'

/** A SCIM service in memory, without a socket. */
export interface Endpoint {
  /** Absolute URL, without a slash at its end. */
  readonly base: string
  /** Answers one request, whatever it is: never throws. */
  handle(request: EndpointRequest): EndpointResponse
  /** The same for clients that speak of JSON and bring the right token, unless they bring another. */
  answer(request: ScimRequest): ScimResponse
  /** Answers for the Sync API, where it is offered: paths are from the root. `undefined` for whatever lies elsewhere. */
  sync(request: EndpointRequest): EndpointResponse | undefined
  /** All that is there, to begin with another time. */
  state(): readonly Kept[]
}

/**
 * The reference endpoint: RFC 7643 and RFC 7644 in memory, with the deviations it is told to have. Requests are answered
 * one after the other, so each sees all that the ones before it did.
 */
export function createEndpoint(options: EndpointOptions): Endpoint {
  const service = createService(options)
  const sync = options.sync && createSyncApi(service, options.sync, options.deviations ?? [])
  restore(service, options.state ?? [])
  const { me } = service.settings
  if (me !== undefined) plant(service, { schemas: [URN.user], userName: me })
  for (const resource of options.seed ?? []) plant(service, resource)
  const plain: Handler = (request) => respond(service, request, options.onFault)
  const reply = (options.deviations ?? []).reduce<Handler>(
    (next, { around }) => (around ? (request) => around(request, next) : next),
    plain,
  )
  const sources = otherSources(options, service)
  const handle = (request: EndpointRequest): EndpointResponse => {
    const led = sources(request)
    if (led.endpoint) return led.endpoint.handle(led.request)
    const before = service.store.changes
    const response = toResponse(reply(led.request))
    if (service.store.changes > before) options.onChange?.()
    return response
  }
  return {
    base: service.base,
    handle,
    answer: (request) => toScimResponse(handle(toRequest(request, options.token))),
    sync: (request) => {
      const answer = sync?.answer(request)
      return answer && toResponse(answer)
    },
    state: () => keptOf(service),
  }
}

/** Where a token leads that is not the one of this service; whatever leads nowhere is refused like any unknown one. */
function otherSources(options: EndpointOptions, { settings }: Service) {
  const entries = Object.entries(options.otherTokens ?? {}) as [OtherToken, string][]
  const known = new Map(entries.map(([kind, token]) => [`Bearer ${token}`, { kind, token }]))
  const endpoints = new Map<string, Endpoint>()
  return (request: EndpointRequest): { request: EndpointRequest; endpoint?: Endpoint } => {
    const found = known.get(request.headers.authorization ?? '')
    const leads = found ? settings.otherTokens[found.kind] : 'nothing'
    if (!found || leads === 'nothing') return { request }
    if (leads === 'the same data')
      return {
        request: { ...request, headers: { ...request.headers, authorization: `Bearer ${settings.token}` } },
      }
    const { token } = found
    const { base, deviations = [], extensions = [], now, resourceTypes = [], schemas = [] } = options
    const plain = { base, deviations, extensions, resourceTypes, schemas, ...(now ? { now } : {}) }
    const own = endpoints.get(token) ?? createEndpoint({ ...plain, token, newId: settings.newId })
    endpoints.set(token, own)
    return { request, endpoint: own }
  }
}

function respond(service: Service, request: EndpointRequest, onFault: EndpointOptions['onFault']): Reply {
  try {
    const address = readAddress(request.path)
    admit(request, address, service.settings)
    return typed(service, request, route({ request, address, service }))
  } catch (error) {
    if (!(error instanceof ScimError)) onFault?.(error)
    return errorReply(error)
  }
}

function typed({ settings }: Service, request: EndpointRequest, reply: Reply): Reply {
  if (reply.body === undefined) return reply
  const contentType = prefersPlainJson(request.headers) ? 'application/json' : settings.contentType
  return { ...reply, headers: { ...reply.headers, 'content-type': contentType } }
}

function plant(service: Service, resource: JsonObject): void {
  const schemas = Array.isArray(resource.schemas) ? resource.schemas : []
  const model = service.models.find(({ core }) => schemas.some((urn) => sameUrn(String(urn), core.id)))
  if (!model) throw new Error('A seed resource needs schemas that name its type')
  save(
    service,
    { id: service.settings.newId(), model },
    readResource(resource, model, service).resource,
    resource,
  )
}
