import { randomUUID } from 'node:crypto'
import { createEndpoint, type Endpoint } from '#endpoint'
import { serve } from '../http/server.ts'
import { type LoadedProfile, loadDeviations } from '../load.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import type { DeviationFlag } from './settings.ts'

/** The reference endpoint on loopback, for as long as the run lasts. */
export interface Embedded {
  readonly url: string
  readonly token: string
  close(): Promise<void>
}

const BASE_PATH = '/scim/v2'

export async function startEmbedded(
  names: readonly DeviationFlag[],
  profiles: readonly LoadedProfile[],
): Promise<Embedded> {
  const token = randomUUID()
  const served = await startEndpoint({ port: 0, token, deviations: names, profiles })
  return { ...served, token }
}

export interface EndpointOptions {
  readonly port: number
  readonly token?: string
  readonly deviations: readonly DeviationFlag[]
  readonly profiles: readonly LoadedProfile[]
}

/** @throws UsageError for an unknown deviation */
export async function startEndpoint({ port, token, deviations: names, profiles }: EndpointOptions) {
  const deviations = await pickDeviations(names)
  const extensions = profiles.flatMap(({ profile }) => profile.schemas ?? [])
  // The base URL is known only once the port is: requests before that cannot come.
  let endpoint: Endpoint | undefined
  const handle: Endpoint['handle'] = (request) => (endpoint as Endpoint).handle(request)
  const served = await serve({ port, basePath: BASE_PATH, endpoint: { handle } })
  const options = { base: served.url, now: () => new Date(), newId: randomUUID, extensions, deviations }
  endpoint = createEndpoint(token === undefined ? options : { ...options, token })
  return served
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
