import { type Json, type JsonObject, URN } from '#scim'
import type { EndpointRequest, Handler, Reply } from './exchange.ts'
import type { Kernel } from './kernel.ts'
import type { Settings } from './settings.ts'
import type { SyncRules } from './sync/rules.ts'
import type { AroundSync } from './sync/settings.ts'

/**
 * A way in which the endpoint differs from the plain one, on purpose: a fault that checks must find (`defect`), an
 * oddity the RFCs allow, that no check may mind (`variant`), or an answer that only one reading of an ambiguous text
 * allows, and that is judged as the table of readings says (`reading`). Everything is a function of its arguments: a deviation
 * serves several endpoints at once.
 */
export interface Deviation {
  /** As the file is called. */
  readonly id: string
  /** What it does, in the present tense. */
  readonly title: string
  readonly kind: 'defect' | 'variant' | 'reading'
  /** Of a defect: requirements it breaks, by id. */
  readonly breaks?: readonly string[]
  /** Readings of ambiguous text by which it answers, as in `requirements/readings.json`. */
  readonly readings?: readonly string[]
  /** Where it is known from, or which reading of the text allows it. */
  readonly because?: string
  /** Called once for each endpoint. */
  readonly settings?: (plain: Settings) => Settings
  /** The steps to put in the place of the plain ones, which they may use. */
  readonly kernel?: (plain: Kernel) => Partial<Kernel>
  /** Stands between client and endpoint: changes the request, the reply, or answers itself. */
  readonly around?: (request: EndpointRequest, next: Handler) => Reply
  /** The same for the Sync API beside it. */
  readonly sync?: (plain: SyncRules) => Partial<SyncRules>
  readonly aroundSync?: AroundSync
}

export function defect(
  deviation: Omit<Deviation, 'kind'> & { readonly breaks: readonly string[] },
): Deviation {
  return { ...deviation, kind: 'defect' }
}

export function variant(deviation: Omit<Deviation, 'kind' | 'breaks'>): Deviation {
  return { ...deviation, kind: 'variant' }
}

export function reading(
  deviation: Omit<Deviation, 'kind' | 'breaks'> & { readonly readings: readonly string[] },
): Deviation {
  return { ...deviation, kind: 'reading' }
}

/** The reply with another body, where it has one that is an object. */
export function rewritten(reply: Reply, change: (body: JsonObject) => Json): Reply {
  return isReplyObject(reply.body) ? { ...reply, body: change(reply.body) } : reply
}

/** The reply with every resource in it changed, be it alone or in a list; errors and discovery stay. */
export function resourcesRewritten(reply: Reply, change: (resource: JsonObject) => JsonObject): Reply {
  return rewritten(reply, (body) => {
    if (Array.isArray(body.Resources))
      return { ...body, Resources: body.Resources.map((r) => change(r as JsonObject)) }
    return isResource(body) ? change(body) : body
  })
}

/** The body of a request, where it is a JSON object. */
export function requestBody(request: EndpointRequest): JsonObject | undefined {
  try {
    const body: unknown = JSON.parse(request.body ?? '')
    return isReplyObject(body as Json) ? (body as JsonObject) : undefined
  } catch {
    return undefined
  }
}

function isResource({ schemas }: JsonObject): boolean {
  return Array.isArray(schemas) && schemas.some((urn) => urn === URN.user || urn === URN.group)
}

function isReplyObject(body: Json | undefined): body is JsonObject {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}

/** A parameter of a request's query, decoded; undefined where it is not there. */
export function parameterOf({ path }: EndpointRequest, name: string): string | undefined {
  return new URLSearchParams(path.split('?')[1] ?? '').get(name) ?? undefined
}

/** The request with a parameter of its query set, or taken away. */
export function withParameter(
  request: EndpointRequest,
  name: string,
  value: string | undefined,
): EndpointRequest {
  const [path = '', query = ''] = request.path.split('?')
  const parameters = new URLSearchParams(query)
  if (value === undefined) parameters.delete(name)
  else parameters.set(name, value)
  return { ...request, path: parameters.size > 0 ? `${path}?${parameters}` : path }
}

type Around = NonNullable<Deviation['around']>

/** What an endpoint of discovery answers, changed; refusals stay. */
export function discoveryRewritten(
  endpoint: '/ServiceProviderConfig' | '/Schemas' | '/ResourceTypes',
  change: (body: JsonObject) => Json,
): Around {
  return (request, next) => {
    const reply = next(request)
    return request.path.startsWith(endpoint) && reply.status === 200 ? rewritten(reply, change) : reply
  }
}

/** The same for one value after the other, however deep: `undefined` leaves it out. */
export function discoveryValuesRewritten(
  endpoint: Parameters<typeof discoveryRewritten>[0],
  change: (name: string, value: Json) => Json | undefined,
): Around {
  return discoveryRewritten(endpoint, (body) => JSON.parse(JSON.stringify(body, change)) as Json)
}
