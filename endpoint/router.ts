import { ScimError, URN } from '#scim'
import type { ResourceModel } from '#scim/schema'
import { bulk } from './bulk.ts'
import type { Call } from './call.ts'
import { DISCOVERY, discover } from './discovery.ts'
import { notFound, Refusal } from './errors.ts'
import type { Reply } from './exchange.ts'
import { list, search } from './query.ts'
import { create, destroy, modify, read, replace } from './resources.ts'
import { locationOf } from './view.ts'

/** @throws ScimError where there is nothing, or not with this method */
export function route(call: Call): Reply {
  const [first, second, ...more] = call.address.segments
  if (more.length > 0) throw notFound(call.address.path)
  if (first === undefined) return byMethod(call, { GET: () => list(call) })
  const discovery = DISCOVERY.find((name) => name === first)
  if (discovery) return discover(call, discovery, second)
  const model = call.service.models.find(({ type }) => type.endpoint === `/${first}`)
  if (model) return routeType(call, model, second)
  if (second === undefined) return routeSingle(call, first)
  throw notFound(call.address.path)
}

function routeSingle(call: Call, name: string): Reply {
  if (name === '.search' && call.service.settings.search) return byMethod(call, { POST: () => search(call) })
  if (name === 'Bulk' && call.service.settings.features.bulk)
    return byMethod(call, { POST: () => bulk(call, route) })
  if (name === 'Me' && call.service.settings.me !== undefined) return routeMe(call)
  if (name === 'Me' || name === 'Bulk') {
    throw new ScimError(call.service.settings.unsupported, undefined, `/${name} is not supported`)
  }
  throw notFound(call.address.path)
}

/** SPEC: RFC7644-3.11-07: whatever is done by the alias, Location tells the lasting address. */
function routeMe(call: Call): Reply {
  const { service, address } = call
  const self = service.store
    .all()
    .find(({ model, body }) => model.core.id === URN.user && body.userName === service.settings.me)
  if (!self) throw notFound(address.path)
  const reply = routeType(call, self.model, self.id)
  const location = locationOf(service, self.model.type, self.id)
  return { ...reply, headers: { ...reply.headers, location } }
}

function routeType(call: Call, model: ResourceModel, id: string | undefined): Reply {
  if (id === undefined)
    return byMethod(call, { GET: () => list(call, model), POST: () => create(call, model) })
  if (id === '.search' && call.service.settings.search)
    return byMethod(call, { POST: () => search(call, model) })
  return byMethod(call, {
    GET: () => read(call, model, id),
    PUT: () => replace(call, model, id),
    PATCH: () => modify(call, model, id),
    DELETE: () => destroy(call, model, id),
  })
}

function byMethod({ request }: Call, methods: Readonly<Record<string, () => Reply>>): Reply {
  const run = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined
  if (run) return run()
  throw new Refusal(405, `${request.method} cannot be used here`, { allow: Object.keys(methods).join(', ') })
}
