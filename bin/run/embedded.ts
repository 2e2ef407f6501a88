import { randomUUID } from 'node:crypto'
import { createEndpoint, type Endpoint, trialSchema } from '#endpoint'
import { builtinModels } from '#scim/schema'
import { serve } from '../http/server.ts'
import { type LoadedProfile, loadDeviations } from '../load.ts'
import { messages } from '../messages.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import type { DeviationFlag } from './settings.ts'
import { codeOf, openStateFile } from './state-file.ts'
import { type OwnTypes, readTypesFile } from './types-file.ts'

/** The reference endpoint on loopback, for as long as the run lasts. */
export interface Embedded {
  readonly url: string
  readonly token: string
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
  const served = await startEndpoint({ port: 0, token, me: ME, deviations: names, profiles })
  return { ...served, token }
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
  /** userName of the user whom the token stands for, made at the start. */
  readonly me?: string
  readonly deviations: readonly DeviationFlag[]
  readonly profiles: readonly LoadedProfile[]
}

/** @throws UsageError for an unknown deviation, and for files that cannot be used */
export async function startEndpoint(given: EndpointOptions) {
  const { port, token, deviations: names, profiles } = given
  const deviations = await pickDeviations(names)
  const extensions = [...profiles.flatMap(({ profile }) => profile.schemas ?? []), trialSchema]
  const types = given.resourceTypes === undefined ? undefined : readTypesFile(given.resourceTypes)
  const file = given.state === undefined ? undefined : openStateFile(given.state, namesOf(types))
  // The base URL is known only once the port is: requests before that cannot come.
  let endpoint: Endpoint | undefined
  const handle: Endpoint['handle'] = (request) => (endpoint as Endpoint).handle(request)
  const served = await serve({ port, basePath: BASE_PATH, endpoint: { handle } })
  const options = { base: served.url, now: () => new Date(), newId: randomUUID, extensions, deviations }
  const keep = () => {
    try {
      file?.write((endpoint as Endpoint).state())
    } catch (error) {
      given.onLoss?.(messages.stateNotKept(given.state ?? '', codeOf(error)))
    }
  }
  endpoint = createEndpoint({
    ...options,
    ...types,
    ...(token === undefined ? {} : { token }),
    ...(given.me === undefined ? {} : { me: given.me }),
    ...(file ? { state: file.kept, onChange: keep } : {}),
  })
  return served
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
        `The reference endpoint has no ${flag} "${name}".${didYouMean(
          name,
          known.filter(({ kind }) => kind === flag).map(({ id }) => id),
        )} See \`scim-test list defects\` and \`scim-test list variants\`.`,
      )
    return found
  })
}
