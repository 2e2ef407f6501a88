import { setTimeout as wait } from 'node:timers/promises'
import { type Served, serve } from '#bin/http/server'
import { loadDeviations } from '#bin/load'
import { createEndpoint, type Deviation, type Endpoint, type EndpointRequest } from '#endpoint'
import { type Json, type JsonObject, ScimError, URN } from '#scim'
import { populate, TOKEN } from './foreign-people.ts'

/** What is wrong with an endpoint, as far as it matters to who is killed while talking to it, or cleans up afterwards. */
export interface Trouble {
  readonly id: string
  /** Defects, variants and readings of the reference endpoint. */
  readonly deviations?: readonly string[]
  /** Every so manieth write is done, and the connection closed without an answer. */
  readonly losesAnswerOf?: number
  /** Every so manieth write is done and answered 500. */
  readonly failsAfterCommitOf?: number
  /** Every so manieth request is refused with 429. */
  readonly throttles?: number
  /** Milliseconds before a request is carried out, and before its answer leaves. */
  readonly commitsLate?: number
  readonly answersLate?: number
  /** Milliseconds for which no read shows what was created. */
  readonly lag?: number
  /** It keeps what it says to have deleted: then `clean` cannot succeed, and must say so. */
  readonly keeps?: boolean
}

export const TROUBLES: readonly Trouble[] = [
  { id: 'healthy' },
  { id: 'answers lost after commit', losesAnswerOf: 4 },
  { id: '500 after commit', failsAfterCommitOf: 4 },
  { id: 'throttled', throttles: 9 },
  { id: 'slow answers', answersLate: 120 },
  { id: 'slow commits', commitsLate: 250 },
  { id: 'replica lag', lag: 500 },
  { id: 'ids need encoding', deviations: ['ids-need-encoding'] },
  { id: 'ids count for each type', deviations: ['ids-count-for-each-type'] },
  { id: 'soft delete', deviations: ['delete-buries-softly'] },
  { id: 'deletes twice', deviations: ['delete-twice-succeeds'] },
  { id: 'no Location', deviations: ['location-missing'], losesAnswerOf: 6 },
  { id: 'filters ignored', deviations: ['filter-ignored'], failsAfterCommitOf: 5 },
  { id: 'filters unknown', deviations: ['eq-not-supported'], losesAnswerOf: 5 },
  { id: 'nothing found is 404', deviations: ['no-match-gives-404'], losesAnswerOf: 5 },
  { id: 'filters see one page', deviations: ['filter-looks-at-one-page'], losesAnswerOf: 6 },
  { id: 'pages of three', deviations: ['page-size-is-three'], failsAfterCommitOf: 6 },
  { id: 'names in lower case', deviations: ['user-name-in-lower-case'], losesAnswerOf: 5 },
  {
    id: 'refused creates are done',
    deviations: ['error-refused-create-is-done', 'create-half-makes-a-group'],
  },
  { id: 'PUT makes anew', deviations: ['put-deletes-and-creates'] },
  { id: '204 and keeps all', deviations: ['delete-keeps-user'], keeps: true },
  { id: 'delete only deactivates', deviations: ['delete-only-deactivates'], keeps: true },
  { id: 'deleted stays in lists', deviations: ['delete-stays-in-lists'], keeps: true },
  { id: 'delete skips the inactive', deviations: ['delete-skips-the-inactive'], keeps: true },
]

/** Where in the life of a request somebody is told of it. */
export type Phase = 'arrived' | 'done'

interface Passing {
  readonly phase: Phase
  /** Requests so far, from 1, and writes among them. */
  readonly requests: number
  readonly writes: number
}

export interface KillTarget {
  readonly url: string
  /** Hears of every request, twice. */
  heard: (passing: Passing) => void
  requests(): number
  /** What is there besides the strangers, from the store itself. */
  ours(): { readonly id: string; readonly type: string }[]
  /** Strangers of whom something is not as it was: gone, or changed to the letter. */
  changed(): string[]
  /** Nobody answers at the address any more. */
  leave(): Promise<void>
  comeBack(): Promise<void>
  close(): Promise<void>
}

/** 200 people and 20 groups that no run made, and some whose names look as if one had. */
const STRANGERS = (() => {
  const plain = createEndpoint({ base: 'http://127.0.0.1/scim/v2', token: TOKEN, now: () => new Date() })
  populate(plain)
  const create = (path: string, body: JsonObject) => plain.answer({ method: 'POST', path, body })
  for (const userName of ['st-olav@fremmed.example', 'st-zz9zz9-0001@fremmed.example', 'st-'])
    create('/Users', { schemas: [URN.user], userName, externalId: userName })
  create('/Groups', { schemas: [URN.group], displayName: 'st-zz9zz9 Hjemmetjenesten', externalId: 'st-g' })
  return plain.state()
})()

export async function killTarget(trouble: Trouble): Promise<KillTarget> {
  const known = await loadDeviations()
  const deviations = (trouble.deviations ?? []).map((name) => {
    const found = known.find(({ id }) => id === name)
    if (!found) throw new Error(`there is no deviation ${name}`)
    return found
  })
  if (trouble.lag) deviations.push(lagging(trouble.lag))
  let endpoint: Endpoint
  let count = 0
  let writes = 0
  const target: { heard: KillTarget['heard'] } = { heard: () => undefined }
  const line = async (request: EndpointRequest) => {
    const requests = ++count
    const isWrite = request.method !== 'GET' && !request.path.includes('/.search')
    const written = isWrite ? ++writes : writes
    const pass = (phase: Phase) => target.heard({ phase, requests, writes: isWrite ? written : 0 })
    const strikes = (every = 0) => isWrite && every > 0 && written % every === 0
    pass('arrived')
    if (trouble.throttles && requests % trouble.throttles === 0) return refusal(429, { 'retry-after': '0' })
    if (trouble.commitsLate) await wait(trouble.commitsLate)
    const answer = endpoint.handle(request)
    pass('done')
    if (trouble.answersLate) await wait(trouble.answersLate)
    if (strikes(trouble.losesAnswerOf)) return undefined
    return strikes(trouble.failsAfterCommitOf) ? refusal(500) : answer
  }
  const open = (port: number) =>
    serve({ port, line, endpoint: { handle: (request) => endpoint.handle(request) } })
  let served: Served | undefined = await open(0)
  const { url } = served
  const port = Number(new URL(url).port)
  endpoint = createEndpoint({ base: url, token: TOKEN, now: () => new Date(), deviations, state: STRANGERS })
  const before = new Map(endpoint.state().map((one) => [one.id, JSON.stringify(one)]))
  return Object.assign(target, {
    url,
    requests: () => count,
    ours: () => endpoint.state().filter(({ id }) => !before.has(id)),
    changed: () => {
      const now = new Map(endpoint.state().map((one) => [one.id, JSON.stringify(one)]))
      return [...before].flatMap(([id, text]) => (now.get(id) === text ? [] : [id]))
    },
    leave: async () => {
      const leaving = served
      served = undefined
      await leaving?.close()
    },
    comeBack: async () => {
      served ??= await open(port)
    },
    close: async () => {
      const leaving = served
      served = undefined
      await leaving?.close()
    },
  })
}

/** A copy to read from that comes to know of creations late. */
function lagging(lag: number): Deviation {
  const isFresh = (one: Json) => {
    const { created } = ((one as JsonObject).meta ?? {}) as JsonObject
    return typeof created === 'string' && Date.now() - Date.parse(created) < lag
  }
  return {
    id: 'lags',
    title: 'What was created is shown by reads after a while only',
    kind: 'defect',
    around: (request, next) => {
      const reply = next(request)
      const isRead = request.method === 'GET' || request.path.includes('/.search')
      if (!isRead || reply.status !== 200 || typeof reply.body !== 'object' || reply.body === null)
        return reply
      const body = reply.body as JsonObject
      if (Array.isArray(body.Resources)) {
        const Resources = body.Resources.filter((one) => !isFresh(one))
        const totalResults = Number(body.totalResults) - (body.Resources.length - Resources.length)
        return { ...reply, body: { ...body, Resources, totalResults, itemsPerPage: Resources.length } }
      }
      const isPerson = /^\/(Users|Groups)\//.test(request.path)
      if (!isPerson || !isFresh(body)) return reply
      return { status: 404, headers: {}, body: new ScimError(404, undefined, 'not yet').toBody() }
    },
  }
}

function refusal(status: number, headers: Record<string, string> = {}) {
  const body = JSON.stringify(new ScimError(status, undefined, 'made on purpose').toBody())
  return { status, headers: { 'content-type': 'application/scim+json', ...headers }, body }
}
