import { type Deviation, type EndpointRequest, type Handler, type Reply, rewritten } from '#endpoint'
import { type Json, type JsonObject, member, ScimError, URN } from '#scim'
import type { Filter } from '#scim/path'
import { isUnassigned } from '#scim/resource'
import type { Attribute } from '#scim/schema'
import { puttingOff } from '../../endpoint/putting-off.ts'
import { rewriteValues } from '../../endpoint/rewrite-values.ts'
import type { MemoryOptions } from './in-memory.ts'

/** What a target may lack altogether. Profiles ask for more, so these are tried with the RFCs alone. */

export const noOptionalFeatures: Deviation = {
  id: 'no-optional-features',
  title: 'Nothing that /ServiceProviderConfig can switch off is there, and no /.search',
  kind: 'variant',
  settings: (plain) => ({
    ...plain,
    features: { patch: false, bulk: false, filter: false, changePassword: false, sort: false, etag: false },
    search: false,
  }),
}

export const noFilter: Deviation = {
  id: 'no-filter',
  title: 'There are no filters',
  kind: 'variant',
  settings: (plain) => ({ ...plain, features: { ...plain.features, filter: false } }),
}

export const noPatch: Deviation = {
  id: 'no-patch',
  title: 'There is no PATCH',
  kind: 'variant',
  settings: (plain) => ({ ...plain, features: { ...plain.features, patch: false } }),
}

// What the service begins with is not asked.
let isAsked = false

export const namesRequired = requiring('name', 'displayName')
export const titleRequired = requiring('title')
export const nickNameRequired = requiring('nickName')

/** Users need all of these, as their schema says. */
function requiring(...names: readonly string[]): Deviation {
  const required = (key: string, value: unknown): unknown => {
    const schema = value as { id?: unknown; attributes?: JsonObject[] } | null
    if (key === 'schemas' || schema?.id !== URN.user || !Array.isArray(schema.attributes)) return value
    const attributes = schema.attributes.map((one) =>
      names.includes(String(one.name)) ? { ...one, required: true } : one,
    )
    return { ...schema, attributes }
  }
  return {
    id: `required-${names.join('-')}`,
    title: `Users need a ${names.join(' and a ')}, as their schema says`,
    kind: 'variant',
    kernel: (plain) => ({
      keep: (resource, model, before, given) => {
        const kept = plain.keep(resource, model, before, given)
        if (isAsked && model.core.id === URN.user && names.some((name) => isUnassigned(kept[name])))
          throw new ScimError(400, 'invalidValue', `A user needs a ${names.join(' and a ')}`)
        return kept
      },
    }),
    around: (request, next) => {
      const reply = asked(request, next)
      if (!request.path.startsWith('/Schemas')) return reply
      return rewritten(reply, (body) => JSON.parse(JSON.stringify(body, required)) as JsonObject)
    },
  }
}

/** Filters cannot compare this attribute with eq (AMB-074). */
export function withoutEqOn(name: string): Deviation {
  return {
    id: `no-eq-on-${name}`,
    title: `Filters cannot compare ${name} with eq`,
    kind: 'reading',
    kernel: (plain) => ({
      parseFilter: (text, model) => {
        const filter = plain.parseFilter(text, model)
        if (comparedByEq(filter).includes(name))
          throw new ScimError(400, 'invalidFilter', 'This comparison is not supported')
        return filter
      },
    }),
  }
}

function comparedByEq(filter: Filter): string[] {
  switch (filter.kind) {
    case 'compare':
      return filter.op === 'eq' ? [filter.path.attribute] : []
    case 'not':
    case 'valuePath':
      return comparedByEq(filter.filter)
    default:
      return [...comparedByEq(filter.left), ...comparedByEq(filter.right)]
  }
}

export const createsShowNothing: Deviation = {
  id: 'creates-show-nothing',
  title: 'A create is answered 201 with a Location and no body',
  kind: 'defect',
  around: (request, next) => {
    const reply = next(request)
    const isCreate = request.method === 'POST' && reply.status === 201
    return isCreate ? { status: 201, headers: reply.headers } : reply
  },
}

function asked(request: EndpointRequest, next: Handler): Reply {
  isAsked = true
  const reply = next(request)
  isAsked = false
  return reply
}

/** Texts whose letter case does not matter are kept in small letters. Some profiles ask for the letters as they came. */
export const textsInLowerCase = rewriting('texts-in-lower-case', (value, { type, caseExact }) =>
  type === 'string' && !caseExact ? String(value).toLowerCase() : value,
)

export const numbersRefused = rewriting('numbers-refused', (value) => {
  if (typeof value === 'number') throw new ScimError(400, 'invalidValue', 'The number is out of its range')
  return value
})

function rewriting(id: string, change: (value: Json, attribute: Attribute) => Json): Deviation {
  return {
    id,
    title: id,
    kind: 'variant',
    kernel: (plain) => ({
      keep: (resource, model, before, given) =>
        rewriteValues(plain.keep(resource, model, before, given), model, change),
    }),
  }
}

export const pagesOfOne: Deviation = {
  id: 'pages-of-one',
  title: 'A page has one resource',
  kind: 'variant',
  settings: (plain) => ({ ...plain, pageSize: 1 }),
}

export const noEnterpriseExtension = without('no-enterprise-extension', URN.enterpriseUser)
export const noGroups = without('no-groups', URN.group, '/Groups')

/** An endpoint that does not know a schema: neither in discovery nor anywhere else. */
function without(id: string, urn: string, endpoint?: string): Deviation {
  const gone = { status: 404, headers: { 'content-type': 'application/scim+json' } }
  const isNamed = (path: string) =>
    path.toLowerCase().startsWith(`/schemas/${encodeURIComponent(urn)}`.toLowerCase()) ||
    path.toLowerCase().startsWith(`/schemas/${urn}`.toLowerCase())
  return {
    id,
    title: `There is no ${urn}`,
    kind: 'variant',
    kernel: (plain) => ({
      keep: (resource, model, before, given) => {
        const { [urn]: _, ...kept } = plain.keep(resource, model, before, given)
        return kept
      },
    }),
    around: (request, next) => {
      const isThere = endpoint === undefined || !request.path.startsWith(endpoint)
      if (
        !isThere ||
        isNamed(request.path) ||
        (endpoint && request.path.startsWith('/ResourceTypes/Group'))
      ) {
        const body = { schemas: [URN.error], status: '404', detail: 'There is no such thing' }
        return { ...gone, body }
      }
      const reply = next(request)
      return /^\/(?:Schemas|ResourceTypes)\b/.test(request.path)
        ? { ...reply, body: trimmed(reply.body as JsonObject, urn) }
        : reply
    },
  }
}

function trimmed(body: JsonObject, urn: string): JsonObject {
  if (!Array.isArray(body.Resources)) return withoutExtension(body, urn)
  const left = body.Resources.filter((one) => member(one, 'id') !== urn && member(one, 'schema') !== urn)
  const Resources = left.map((one) => withoutExtension(one as JsonObject, urn))
  return { ...body, Resources, totalResults: left.length, itemsPerPage: left.length }
}

function withoutExtension(type: JsonObject, urn: string): JsonObject {
  const { schemaExtensions } = type
  if (!Array.isArray(schemaExtensions)) return type
  return { ...type, schemaExtensions: schemaExtensions.filter((one) => member(one, 'schema') !== urn) }
}

/** Every so many requests one is refused, to be sent again at once. */
export function throttled(every: number): NonNullable<MemoryOptions['network']> {
  return (start) => {
    const { handle } = start()
    const answer = puttingOff(every)
    return (request) => answer(request, handle)
  }
}

/** Queries are answered by a replica that hears of each write later; a resource read by its id is always as it is. */
export function lagging(ms: number): NonNullable<MemoryOptions['network']> {
  return (start) => {
    let written: Written = { ids: [], at: new Date() }
    let count = 0
    const primary = start({ newId: () => noted(written.ids, `id-${++count}`), now: () => written.at })
    // The replica gives what it hears of the same ids and times; what else it has to name is its own affair.
    let heard: Written = { ids: [], at: new Date() }
    const replica = start({ newId: () => heard.ids.shift() ?? `replica-${++count}`, now: () => heard.at })
    return (request) => {
      const path = request.path.split('?', 1)[0] as string
      const isSearch = path.endsWith('/.search')
      if (isSearch || (request.method === 'GET' && /^\/(?:Users|Groups)?$/.test(path)))
        return replica.handle(request)
      written = { ids: [], at: new Date() }
      const write = written
      const answer = primary.handle(request)
      if (request.method !== 'GET')
        setTimeout(() => {
          heard = { ids: [...write.ids], at: write.at }
          replica.handle(request)
        }, ms)
      return answer
    }
  }
}

interface Written {
  readonly ids: string[]
  readonly at: Date
}

function noted(ids: string[], id: string): string {
  ids.push(id)
  return id
}
