import { randomUUID } from 'node:crypto'
import {
  createEndpoint,
  type Endpoint,
  type EndpointRequest,
  type EndpointResponse,
  SYNC_PATH,
  type SyncOptions,
  trialSchema,
} from '#endpoint'
import { OTHER_TOKENS, type OtherToken } from '#scim'
import { builtinModels } from '#scim/schema'
import { doorman, type ServedAuth } from '../auth/served-auth.ts'
import { type LoadedProfile, loadDeviations, servedVariants } from '../load.ts'
import { serving } from '../messages/serving.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import type { OtherTokens } from './other-tokens.ts'
import type { DeviationFlag } from './settings.ts'
import { codeOf, openStateFile } from './state-file.ts'
import type { SyncSettings } from './sync.ts'
import { type OwnTypes, readTypesFile } from './types-file.ts'

/** The reference endpoint on loopback, for as long as the run lasts. */
export interface Embedded {
  readonly url: string
  readonly token: string
  /** See `OTHER_TOKENS`: it knows them all. */
  readonly tokens: Readonly<Record<OtherToken, string>>
  /** Where it is read, if the profile is of those that are. */
  readonly sync?: Omit<SyncSettings, 'settle'>
  close(): Promise<void>
}

const BASE_PATH = '/scim/v2'
/** Whom the embedded endpoint's token stands for, so that `/Me` leads to somebody. */
const ME = 'integrasjon'

export async function startEmbedded(
  names: readonly DeviationFlag[],
  profiles: readonly LoadedProfile[],
): Promise<Embedded> {
  const token = randomUUID()
  const kinds = OTHER_TOKENS.map((kind) => [kind, randomUUID()])
  const tokens: Embedded['tokens'] = Object.fromEntries(kinds)
  const sync = offersSync(profiles)
    ? { fiksOrgId: randomUUID(), maalSystem: 'scim-test', token: randomUUID() }
    : undefined
  const more = sync ? { sync } : {}
  const served = await startEndpoint({ port: 0, token, tokens, me: ME, deviations: names, profiles, ...more })
  return { ...served, token, tokens, ...(sync ? { sync: { ...sync, base: syncUrl(served.url) } } : {}) }
}

export interface EndpointOptions {
  readonly port: number
  /** File in which the data is kept; none keeps it in memory. */
  readonly state?: string
  /** File with resource types to have besides User and Group. */
  readonly resourceTypes?: string
  /** Told what could not be kept. */
  readonly onLoss?: (message: string) => void
  readonly token?: string
  /** Others that lead elsewhere, or nowhere. */
  readonly tokens?: OtherTokens
  /** Another way to sign in than with that token. */
  readonly auth?: ServedAuth
  /** userName of the user whom the token stands for, made at the start. */
  readonly me?: string
  readonly deviations: readonly DeviationFlag[]
  readonly profiles: readonly LoadedProfile[]
  /** Offers the Sync API of Fiks as well. */
  readonly sync?: SyncOptions
  /** Stands between the socket and all that answers; without an answer the connection is closed. */
  readonly line?: (request: EndpointRequest) => Promise<EndpointResponse | undefined>
  /** Told of requests that miss the endpoint and all that is beside it. */
  readonly onOutside?: (request: EndpointRequest) => void
}

export const offersSync = (profiles: readonly LoadedProfile[]): boolean =>
  profiles.some(({ profile }) => profile.syncApi)

/** Where the Sync API is, beside the SCIM endpoint at this URL. */
export const syncUrl = (url: string): string => `${new URL(url).origin}${SYNC_PATH}`

/** @throws UsageError for an unknown deviation, and for files that cannot be used */
export async function startEndpoint(given: EndpointOptions) {
  const { port, auth, deviations: names, profiles } = given
  const token = auth ? randomUUID() : given.token
  const deviations = [...(await servedVariants(profiles)), ...(await pickDeviations(names))]
  const extensions = [...profiles.flatMap(({ profile }) => profile.schemas ?? []), trialSchema]
  const types = given.resourceTypes === undefined ? undefined : readTypesFile(given.resourceTypes)
  const file = given.state === undefined ? undefined : openStateFile(given.state, namesOf(types))
  // The base URL is known only once the port is: requests before that cannot come.
  let endpoint: Endpoint | undefined
  const handle: Endpoint['handle'] = (request) => (endpoint as Endpoint).handle(request)
  let origin = ''
  const door = auth && doorman(auth, { handle }, token ?? '', () => origin)
  const answer = door?.handle ?? handle
  const { line, onOutside } = given
  // Loaded where it is needed: most runs have a target of their own.
  const { serve } = await import('../http/server.ts')
  const served = await serve({
    port,
    basePath: BASE_PATH,
    endpoint: { handle: answer },
    ...(line ? { line } : {}),
    ...(onOutside ? { onOutside } : {}),
    aside: (request) => door?.aside(request) ?? endpoint?.sync(request),
  })
  origin = new URL(served.url).origin
  const options = { base: served.url, now: () => new Date(), newId: randomUUID, extensions, deviations }
  const keep = () => {
    try {
      file?.write((endpoint as Endpoint).state())
    } catch (error) {
      given.onLoss?.(serving().stateNotKept(given.state ?? '', codeOf(error)))
    }
  }
  endpoint = createEndpoint({
    ...options,
    ...types,
    ...(token === undefined ? {} : { token }),
    ...(given.tokens && !auth ? { otherTokens: given.tokens } : {}),
    ...(given.me === undefined ? {} : { me: given.me }),
    ...(given.sync ? { sync: given.sync } : {}),
    ...(file ? { state: file.kept, onChange: keep } : {}),
  })
  return { ...served, handle, token, front: answer }
}

function namesOf(types: OwnTypes | undefined): string[] {
  return [...Object.keys(builtinModels()), ...(types?.resourceTypes ?? []).map(({ name }) => name)]
}

async function pickDeviations(names: readonly DeviationFlag[]) {
  if (names.length === 0) return []
  const known = await loadDeviations()
  return names.map(({ flag, name }) => {
    const found = known.find(({ id, kind }) => id === name && kind === flag)
    if (!found)
      throw new UsageError(
        serving().unknownDeviation(
          flag,
          name,
          didYouMean(
            name,
            known.filter(({ kind }) => kind === flag).map(({ id }) => id),
          ),
        ),
      )
    return found
  })
}
