import { isObject, type Json, type JsonObject } from '#scim'
import type { EndpointRequest, Reply } from '../exchange.ts'
import type { Sync } from './api.ts'
import { SyncRefusal } from './errors.ts'
import { ADMIN_PATH } from './settings.ts'
import { STRATEGIES } from './source.ts'

/**
 * What an administrator does in Fiks, so that consumers can be tried with it: POST below `ADMIN_PATH`, with a JSON object
 * where something is to be said. Answered with 204.
 *
 * @throws SyncRefusal
 */
export function administer(sync: Sync, { method, path, body }: EndpointRequest): Reply {
  const action = ACTIONS[path.slice(ADMIN_PATH.length + 1)]
  if (!action)
    throw new SyncRefusal(404, `There is no such action. There are: ${Object.keys(ACTIONS).join(', ')}`)
  if (method !== 'POST') throw new SyncRefusal(405, 'Actions are started with POST')
  action(sync, parsed(body))
  return { status: 204, headers: {} }
}

const ACTIONS: Readonly<Record<string, (sync: Sync, given: JsonObject) => void>> = {
  /** The source is replaced: everybody has a new id, and readers begin anew. */
  'source-changed': ({ source }) => source.begin('SOURCE_CHANGED'),
  'token-expired': ({ source }) => source.begin('TOKEN_EXPIRED'),
  'full-resync': ({ source }) => source.begin('FULL_RESYNC_REQUESTED'),
  /** No source has ever been connected. */
  'not-configured': ({ source }) => {
    source.state = 'none'
  },
  connect: ({ source }) => {
    if (source.state !== 'active') source.begin('FULL_RESYNC_REQUESTED')
    source.state = 'active'
  },
  /** `{ oppryddingsstrategi, beholdBrukerIder?, beholdGruppeIder? }` */
  disconnect: ({ source, service }, given) => {
    const strategy = STRATEGIES.find((one) => one === (given.oppryddingsstrategi ?? 'SLETT'))
    if (!strategy) throw new SyncRefusal(400, `oppryddingsstrategi is one of ${STRATEGIES.join(', ')}`)
    source.state = {
      kildeId: service.settings.newId(),
      since: service.now().getTime(),
      oppryddingsstrategi: strategy,
      beholdBrukerIder: strategy === 'BEHOLD_NOEN' ? textsIn(given.beholdBrukerIder) : [],
      beholdGruppeIder: strategy === 'BEHOLD_NOEN' ? textsIn(given.beholdGruppeIder) : [],
    }
  },
  /** `{ id, identityNumber }`: entered by hand for a user; null takes it away. */
  'identity-number': ({ source, service, log }, { id, identityNumber }) => {
    const user = service.store.get(typeof id === 'string' ? (source.meantBy(id) ?? '') : '')
    if (user?.model.type.name !== 'User') throw new SyncRefusal(404, 'There is no such user')
    const isNumber = typeof identityNumber === 'string' && /^\d{11}$/.test(identityNumber)
    if (!isNumber && identityNumber !== null)
      throw new SyncRefusal(400, 'identityNumber has 11 digits, or is null')
    source.enter(user, identityNumber ?? undefined)
    log.touch(user)
  },
}

function textsIn(list: Json | undefined): string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
}

function parsed(body: string | undefined): JsonObject {
  if (body === undefined || body.trim() === '') return {}
  try {
    const given = JSON.parse(body) as Json
    if (isObject(given)) return given
  } catch {
    // Falls through to the message.
  }
  throw new SyncRefusal(400, 'The body is no JSON object')
}
