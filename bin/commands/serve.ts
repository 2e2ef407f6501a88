import type { ExitCode } from '../cli.ts'
import { loadProfiles } from '../load.ts'
import { messages } from '../messages.ts'
import { startEndpoint } from '../run/embedded.ts'
import { deviationFlags } from '../run/settings.ts'
import { UsageError } from '../usage-error.ts'

export interface ServeFlags {
  readonly port: number
  readonly token?: string | undefined
  readonly profile: string
  readonly defect?: string[] | undefined
  readonly variant?: string[] | undefined
  readonly state?: string | undefined
  readonly resourceTypes?: string | undefined
}

/** `scim-test serve`: the reference endpoint alone, on loopback, until it is interrupted. */
export async function serveCommand(flags: ServeFlags): Promise<ExitCode> {
  const token = flags.token ?? (process.env.SCIM_TEST_TOKEN || undefined)
  const deviations = deviationFlags({ defect: flags.defect ?? [], variant: flags.variant ?? [] })
  const profiles = await loadProfiles(flags.profile)
  const served = await startEndpoint({
    port: flags.port,
    deviations,
    profiles,
    ...(token ? { token } : {}),
    ...(flags.state === undefined ? {} : { state: flags.state }),
    ...(flags.resourceTypes === undefined ? {} : { resourceTypes: flags.resourceTypes }),
    onLoss: (message) => process.stderr.write(`${message}\n`),
  }).catch((error) => {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? new UsageError(messages.portTaken(flags.port))
      : error
  })
  process.stdout.write(`${messages.serving(served.url, token, flags.state)}\n`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await served.close()
  return 0
}
