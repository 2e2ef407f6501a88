import { type Json, type JsonObject, type Method, type ScimResponse, URN } from '#scim'
import { builtinSchemas, findSchema, type Schema } from '#scim/schema'
import type { Deviation } from './deviation.ts'
import { createEndpoint, type Endpoint } from './endpoint.ts'
import type { EndpointOptions } from './service.ts'
import { SYNC_PATH } from './sync/settings.ts'
import { trialSchema } from './trial-schema.ts'

const fiksPersonSchema = findSchema(builtinSchemas, URN.fiksPerson) as Schema

export const TOKEN = 'a-token'
export const BASE = 'https://scim.test.example/scim/v2'
const ORG = '5c14a7e5-0000-4000-8000-00000000000b'
const SYNC = { fiksOrgId: ORG, maalSystem: 'samples' }

/** An endpoint with every hook of a test: a fault in it fails the test. */
export function startEndpoint(options: Partial<EndpointOptions> = {}): Endpoint {
  const extensions = [fiksPersonSchema, trialSchema]
  return createEndpoint({ base: BASE, token: TOKEN, sync: SYNC, extensions, ...options })
}

export function endpointWith(...deviations: Deviation[]): Client {
  return new Client(startEndpoint({ deviations }))
}

/** Speaks SCIM to an endpoint as briefly as a test wants. */
export class Client {
  readonly endpoint: Endpoint

  constructor(endpoint: Endpoint = startEndpoint()) {
    this.endpoint = endpoint
  }

  send(method: Method, path: string, body?: Json, headers: Record<string, string> = {}): Answered {
    const answer = this.endpoint.answer({ method, path, headers, ...(body === undefined ? {} : { body }) })
    return { ...answer, body: (answer.body ?? {}) as Body, hasBody: answer.body !== undefined }
  }

  get(path: string, headers?: Record<string, string>): Answered {
    return this.send('GET', path, undefined, headers)
  }

  /** Reads what target systems are told. */
  sync(path: string): SyncPage {
    const reply = this.endpoint.sync({
      method: 'GET',
      path: `${SYNC_PATH}/${ORG}/samples/${path}`,
      headers: {},
    })
    return JSON.parse(reply?.body ?? '{}') as SyncPage
  }

  filter(filter: string, more = ''): Answered {
    return this.get(`/Users?filter=${encodeURIComponent(filter)}${more}`)
  }

  names(path: string): string[] {
    return this.get(path).body.Resources.map((resource) => String(resource.userName ?? resource.displayName))
  }

  user(userName: string, more: JsonObject = {}): Body {
    return this.send('POST', '/Users', userBody(userName, more)).body
  }

  group(displayName: string, members: readonly Body[] = []): Body {
    return this.send('POST', '/Groups', groupBody(displayName, members)).body
  }

  patch(resource: Body, ...operations: JsonObject[]): Answered {
    const path = resource.meta.resourceType === 'Group' ? '/Groups' : '/Users'
    return this.send('PATCH', `${path}/${encodeURIComponent(resource.id)}`, {
      schemas: [URN.patchOp],
      Operations: operations,
    })
  }

  again(resource: Body): Body {
    const path = resource.meta.resourceType === 'Group' ? '/Groups' : '/Users'
    return this.get(`${path}/${encodeURIComponent(resource.id)}`).body
  }
}

export function userBody(userName: string, more: JsonObject = {}): JsonObject {
  return { schemas: [URN.user], userName, ...more }
}

export function groupBody(displayName: string, members: readonly Body[] = []): JsonObject {
  return { schemas: [URN.group], displayName, members: members.map(({ id }) => ({ value: id })) }
}

/** A page of the Sync API. */
export interface SyncPage {
  readonly events: readonly {
    readonly id: string
    readonly changeType: string
    readonly resource: JsonObject | null
  }[]
  readonly syncToken: string
  readonly hasMore: boolean
}

/** An answer whose body a test may look into without asking whether it is there. */
export interface Answered extends Omit<ScimResponse, 'body'> {
  readonly body: Body
  readonly hasBody: boolean
}

interface Meta {
  readonly resourceType: string
  readonly created: string
  readonly lastModified: string
  readonly location: string
  readonly version: string
}

export type Body = JsonObject & {
  id: string
  meta: Meta & JsonObject
  schemas: string[]
  Resources: Body[]
  members: JsonObject[]
  groups: JsonObject[]
  emails: JsonObject[]
  Operations: JsonObject[]
  totalResults: number
  scimType: string
  detail: string
}
