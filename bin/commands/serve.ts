import { type ServedAuth, type ServedAuthFlags, servedAuthOf, TOKEN_PATH } from '../auth/served-auth.ts'
import type { ExitCode } from '../cli.ts'
import { loadProfiles } from '../load.ts'
import { recording } from '../messages/recording.ts'
import { serveMessages } from '../messages/serve-auth.ts'
import { serving } from '../messages/serving.ts'
import { startEndpoint } from '../run/embedded.ts'
import { otherTokens } from '../run/other-tokens.ts'
import { servedSync, syncTold } from '../run/served-sync.ts'
import { deviationFlags } from '../run/settings.ts'
import { recordingOf } from '../serve/record.ts'
import { UsageError } from '../usage-error.ts'
import type { RecordFlags } from './serve-options.ts'

export interface ServeFlags extends ServedAuthFlags, RecordFlags {
  readonly port: number
  readonly token?: string | undefined
  readonly profile: string
  readonly defect?: string[] | undefined
  readonly variant?: string[] | undefined
  readonly state?: string | undefined
  readonly resourceTypes?: string | undefined
  readonly syncOrg?: string | undefined
  readonly syncSystem?: string | undefined
}

/** `scim-test serve`: the reference endpoint alone, on loopback, until it is interrupted; with `--record`, judged. */
export async function serveCommand(flags: ServeFlags): Promise<ExitCode> {
  const auth = servedAuthOf(flags, process.env)
  const token = auth ? undefined : (flags.token ?? (process.env.SCIM_TEST_TOKEN?.trim() || undefined))
  const deviations = deviationFlags({ defect: flags.defect ?? [], variant: flags.variant ?? [] })
  const profiles = await loadProfiles(flags.profile)
  const recorded = recordingOf(flags, profiles, secretsOf(token, process.env), commandOf(flags))
  const sync = servedSync(flags, profiles, process.env)
  const served = await startEndpoint({
    port: flags.port,
    deviations,
    profiles,
    tokens: otherTokens(undefined, process.env),
    ...(token ? { token } : {}),
    ...(auth ? { auth } : {}),
    ...(sync ? { sync } : {}),
    ...(recorded ? { line: recorded.line, onOutside: recorded.onOutside } : {}),
    ...(flags.state === undefined ? {} : { state: flags.state }),
    ...(flags.resourceTypes === undefined ? {} : { resourceTypes: flags.resourceTypes }),
    onLoss: (message) => process.stderr.write(`${message}\n`),
  }).catch((error) => {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? new UsageError(serving().portTaken(flags.port))
      : error
  })
  process.stdout.write(
    `${serving().serving(served.url, token, flags.state, auth && signingIn(auth, served.url))}\n`,
  )
  if (sync) process.stdout.write(`${syncTold(sync, served.url)}\n`)
  if (recorded) {
    process.stdout.write(`${recording().recording(recorded.out)}\n`)
    return recorded.untilOver(served)
  }
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await served.close()
  return 0
}

/** Whatever a client of this endpoint signs in with. */
function secretsOf(token: string | undefined, env: NodeJS.ProcessEnv): string[] {
  const named = ['SCIM_TEST_TOKEN', 'SCIM_TEST_PASSWORD', 'SCIM_TEST_CLIENT_SECRET']
  return [token, ...named.map((name) => env[name]?.trim())].flatMap((one) => (one ? [one] : []))
}

/** How the session was started, without secrets. */
function commandOf({ profile, fault = [], parameter = [], strict, auth }: ServeFlags): string[] {
  return [
    'scim-test',
    'serve',
    '--record',
    ...(profile === 'rfc' ? [] : ['--profile', profile]),
    ...(auth === undefined ? [] : ['--auth', auth]),
    ...fault.flatMap((one) => ['--fault', one]),
    ...parameter.flatMap((one) => ['--parameter', one]),
    ...(strict ? ['--strict'] : []),
  ]
}

function signingIn(auth: ServedAuth, url: string): string {
  if (auth.type === 'basic') return serveMessages().basic(auth.username)
  const tokenUrl = `${new URL(url).origin}${TOKEN_PATH}`
  return serveMessages().tokens(tokenUrl, auth.type, auth.clientId, auth.lifetime)
}
