import type { Json, JsonObject } from '#scim'
import type { Deviation } from '../deviation.ts'
import type { EndpointRequest, Handler, Reply } from '../exchange.ts'
import type { Service } from '../service.ts'
import { memberIds, type Stored } from '../store.ts'
import { administer } from './admin.ts'
import { errorAnswer, JSON_TYPE, SyncRefusal } from './errors.ts'
import { ChangeLog } from './log.ts'
import { type Entry, honestSyncRules, type SyncRules } from './rules.ts'
import { ADMIN_PATH, type Stream, SYNC_PATH, type SyncApi, type SyncOptions } from './settings.ts'
import { Source, type Tombstone } from './source.ts'
import { readToken, writeToken } from './tokens.ts'
import { syncGroup, syncUser } from './view.ts'

/** What every step of an answer has at hand. */
export interface Sync {
  readonly service: Service
  readonly options: SyncOptions
  readonly rules: SyncRules
  readonly log: ChangeLog
  readonly source: Source
  /** Stands in each token of this start. */
  readonly start: () => string
  /** What tokens are sealed with. */
  readonly key: string
}

/** The read side of Fiks over the same store as the SCIM endpoint. To be made before anything is stored. */
export function createSyncApi(
  service: Service,
  options: SyncOptions,
  deviations: readonly Deviation[],
): SyncApi {
  const rules = deviations.reduce(withDeviation, honestSyncRules)
  const sync: Sync = {
    service,
    options,
    rules,
    log: new ChangeLog(service, rules),
    source: new Source(),
    // Ids may hold blanks and any letters; a token is words of ASCII.
    start: once(() => encodeURIComponent(service.settings.newId())),
    key: `${options.fiksOrgId}/${options.maalSystem}`,
  }
  const plain: Handler = (request) => respond(sync, request)
  const reply = deviations.reduce<Handler>(
    (next, { aroundSync }) => (aroundSync ? (request) => aroundSync(request, next) : next),
    plain,
  )
  return {
    answer: (request) =>
      isBelow(request, SYNC_PATH) || isBelow(request, ADMIN_PATH) ? reply(request) : undefined,
  }
}

function withDeviation(rules: SyncRules, { sync }: Deviation): SyncRules {
  return Object.assign({}, rules, sync?.(rules))
}

/** Nobody takes an id from the others before one is needed. */
function once(make: () => string): () => string {
  let made: string | undefined
  return () => {
    made ??= make()
    return made
  }
}

const isBelow = ({ path }: EndpointRequest, base: string) => path.startsWith(`${base}/`)

function respond(sync: Sync, request: EndpointRequest): Reply {
  const { service, options } = sync
  try {
    const isRight = options.token === undefined || request.headers.authorization === `Bearer ${options.token}`
    if (!sync.rules.admits(isRight, request.path))
      throw new SyncRefusal(401, 'A valid bearer token is needed')
    return isBelow(request, ADMIN_PATH) ? administer(sync, request) : route(sync, request)
  } catch (error) {
    return errorAnswer(error, request, service.now().getTime(), service.settings.newId())
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function route(sync: Sync, request: EndpointRequest): Reply {
  const [path = '', query = ''] = request.path.slice(SYNC_PATH.length + 1).split('?')
  const [first = '', second = '', third, fourth, ...more] = path.split('/').map(decoded)
  if (more.length > 0) throw nothingHere()
  if (second === 'organisasjoner') {
    if (first !== sync.options.maalSystem) throw new SyncRefusal(404, 'There is no such target system')
    return organisations(sync, request.method, third, fourth)
  }
  if (request.method !== 'GET') throw new SyncRefusal(405, 'Only GET is offered here')
  if (!UUID.test(first)) throw new SyncRefusal(400, 'fiksOrgId has to be a UUID')
  admit(sync, first, second)
  const parameters = new URLSearchParams(query)
  if ((third === 'brukere' || third === 'grupper') && fourth === undefined)
    return page(sync, third, parameters)
  if ((third === 'bruker' || third === 'gruppe') && fourth) return lookUp(sync, third, fourth)
  throw nothingHere()
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new SyncRefusal(400, 'The path is not percent-encoded as it should be')
  }
}

const nothingHere = () => new SyncRefusal(404, 'There is nothing at this address')

/** Only the one organisation has a source, and only for the one target system. */
function admit({ options, source }: Sync, fiksOrgId: string, maalSystem: string): void {
  const isOurs =
    fiksOrgId.toLowerCase() === options.fiksOrgId.toLowerCase() && maalSystem === options.maalSystem
  if (!isOurs || source.state === 'none')
    throw new SyncRefusal(404, 'No active source is connected', 'SOURCE_NOT_CONFIGURED')
  if (source.state !== 'active')
    throw new SyncRefusal(410, 'The source has been disconnected', 'SOURCE_DISCONNECTED')
}

function organisations(sync: Sync, method: string, fiksOrgId?: string, rest?: string): Reply {
  const { options, source } = sync
  if (fiksOrgId === undefined) {
    if (method !== 'GET') throw new SyncRefusal(405, 'Only GET is offered here')
    return { status: 200, headers: JSON_TYPE, body: source.state === 'none' ? [] : [options.fiksOrgId] }
  }
  if (rest !== 'frakoblet') throw nothingHere()
  if (!UUID.test(fiksOrgId)) throw new SyncRefusal(400, 'fiksOrgId has to be a UUID')
  const isOurs = fiksOrgId.toLowerCase() === options.fiksOrgId.toLowerCase()
  const tombstone = isOurs && typeof source.state === 'object' ? source.state : undefined
  if (method === 'DELETE') {
    if (tombstone) source.state = 'none'
    return { status: 204, headers: {} }
  }
  if (method !== 'GET') throw new SyncRefusal(405, 'Only GET and DELETE are offered here')
  if (!tombstone) throw new SyncRefusal(404, 'This organisation has not been disconnected')
  return { status: 200, headers: JSON_TYPE, body: detailsOf(tombstone, options.fiksOrgId) }
}

function detailsOf(
  { since, beholdBrukerIder, beholdGruppeIder, ...rest }: Tombstone,
  fiksOrgId: string,
): Json {
  const frakobletDato = new Date(since).toISOString()
  const kept = { beholdBrukerIder: [...beholdBrukerIder], beholdGruppeIder: [...beholdGruppeIder] }
  return { fiksOrgId, frakobletDato, ...rest, ...kept }
}

const USUAL = 100
const MOST = 1000

function page(sync: Sync, stream: Stream, parameters: URLSearchParams): Reply {
  const { log, rules, source, start, key } = sync
  const limit = numberIn(parameters, 'limit')
  const maxGroupSize = numberIn(parameters, 'maxGroupSize')
  const from = placeOf(sync, stream, parameters.get('syncToken'))
  const all = log.after(stream, from)
  const shown = all.slice(0, limit)
  const left = all.length - shown.length
  const last = left > 0 ? Math.max(...shown.map(({ at }) => at)) : log.latest
  const after = rules.goesOnAfter(last, left)
  const body = {
    events: shown.map((entry) => eventOf(sync, entry, maxGroupSize)),
    syncToken: writeToken({ start: start(), epoch: source.epoch, stream, after }, key),
    hasMore: rules.hasMore(left),
  }
  return { status: 200, headers: JSON_TYPE, body }
}

function numberIn(parameters: URLSearchParams, name: string): number {
  const given = parameters.get(name)
  if (given === null) return USUAL
  const number = Number(given)
  if (/^\d{1,9}$/.test(given) && number >= 1 && number <= MOST) return number
  throw new SyncRefusal(400, `${name} has to be a whole number from 1 to ${MOST}`)
}

/** The number of the change after which a reader goes on. */
function placeOf({ log, rules, source, start, key }: Sync, stream: Stream, token: string | null): number {
  if (token === null) return rules.start(log.latest)
  const { place, isUnaltered } = readToken(token, key)
  if (!place || !rules.isGenuine(isUnaltered) || !rules.fits(place.stream, stream))
    throw new SyncRefusal(400, 'This is no sync token of this stream', 'INVALID_TOKEN_FORMAT')
  if (place.start !== start())
    throw new SyncRefusal(410, 'The sync token is too old: begin without one', 'TOKEN_EXPIRED')
  if (place.epoch !== source.epoch)
    throw new SyncRefusal(410, 'The synchronisation has to begin anew, without a token', source.restart)
  return place.after
}

function eventOf(sync: Sync, entry: Entry, maxGroupSize: number): JsonObject {
  const { service, source, rules } = sync
  const stored = entry.isDeleted ? undefined : service.store.get(entry.id)
  const about = {
    id: source.shownId(entry.id),
    changeType: stored ? 'sync' : 'delete',
    timestamp: new Date(entry.time).toISOString(),
  }
  if (entry.stream === 'brukere')
    return { ...about, resource: stored ? rules.shown(syncUser(stored, source), 'brukere', 'page') : null }
  const isLarge = stored !== undefined && rules.isLarge(memberIds(stored.body).length, maxGroupSize)
  const resource = stored && !isLarge ? rules.shown(groupOf(sync, stored), 'grupper', 'page') : null
  return { ...about, requiresSeparateFetch: isLarge, resource }
}

function groupOf({ service, source }: Sync, stored: Stored): JsonObject {
  return syncGroup(stored, source, (id) => service.store.get(id)?.model.type.name === 'User')
}

function lookUp(sync: Sync, what: 'bruker' | 'gruppe', shownId: string): Reply {
  const { service, source, rules } = sync
  const type = what === 'bruker' ? 'User' : 'Group'
  const stored = service.store.get(source.meantBy(shownId) ?? '')
  if (stored?.model.type.name !== type)
    throw new SyncRefusal(404, what === 'bruker' ? 'There is no such user' : 'There is no such group')
  const body: Json =
    what === 'bruker'
      ? rules.shown(syncUser(stored, source), 'brukere', 'lookup')
      : rules.shown(groupOf(sync, stored), 'grupper', 'lookup')
  return { status: 200, headers: JSON_TYPE, body }
}
