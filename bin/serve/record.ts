import { resolve } from 'node:path'
import { emptiness } from '#harness'
import { buildReport, type Report, writeReports } from '#reports'
import type { ExitCode } from '../cli.ts'
import { exitCodeOf, printResult } from '../commands/run.ts'
import type { RecordFlags } from '../commands/serve-options.ts'
import type { LoadedProfile } from '../load.ts'
import { recording } from '../messages/recording.ts'
import { spoken } from '../messages/spoken.ts'
import { requirementsOf } from '../run/bench.ts'
import type { EndpointOptions, startEndpoint } from '../run/embedded.ts'
import { failOnOf, gatingOf } from '../run/gating.ts'
import { tellGithub } from '../run/github.ts'
import { parametersOf, parseParameters } from '../run/parameters.ts'
import { writable } from '../run/writable.ts'
import { UsageError } from '../usage-error.ts'
import { endOfSession, timeOf } from './end-of-session.ts'
import { faultsOf } from './faults.ts'
import { openSession, type Session } from './session.ts'

const OUT = 'scim-test-report'

/** A recording that was asked for: everything that can be wrong with it is found before anything is served. */
export interface Recording {
  readonly out: string
  /** Stands between the socket and the endpoint. */
  readonly line: NonNullable<EndpointOptions['line']>
  readonly onOutside: NonNullable<EndpointOptions['onOutside']>
  /** Serves until the session is over, then judges it. */
  untilOver(served: Awaited<ReturnType<typeof startEndpoint>>): Promise<ExitCode>
}

/**
 * @param words the command line without secrets
 * @throws UsageError
 */
export function recordingOf(
  flags: RecordFlags,
  profiles: readonly LoadedProfile[],
  secrets: readonly string[],
  words: readonly string[],
): Recording | undefined {
  if (!flags.record) {
    const idle = (['out', 'for', 'idle', 'fault', 'parameter', 'strict', 'baseline', 'failOn'] as const).find(
      (name) => flags[name] !== undefined,
    )
    if (idle) throw new UsageError(recording().needsRecord(`--${idle === 'failOn' ? 'fail-on' : idle}`))
    return undefined
  }
  const strict = flags.strict ?? false
  const gating = gatingOf(
    { ...failOnOf(flags.failOn), ...(flags.baseline === undefined ? {} : { baseline: flags.baseline }) },
    strict,
  )
  const parameters = parametersOf(parseParameters(flags.parameter ?? []), profiles)
  const faults = faultsOf(flags.fault ?? [])
  const times = { after: timeOf('--for', flags.for), idle: timeOf('--idle', flags.idle) }
  const out = resolve(flags.out ?? OUT)
  writable(out)
  let opened: (session: Session) => void = () => {}
  // Requests that come before the endpoint has been looked at wait for that.
  const session = new Promise<Session>((done) => {
    opened = done
  })
  return {
    out,
    line: async (request) => (await session).line(request),
    onOutside: (request) => void session.then(({ missed }) => missed(request)),
    untilOver: async (served) => {
      const ending = endOfSession(times)
      let isStopped = false
      const one = await openSession(served, {
        out,
        profiles,
        strict,
        faults,
        parameters,
        secrets: [...secrets, ...(served.token === undefined ? [] : [served.token])],
        command: words,
        onRequest: ending.heard,
        onStop: () => {
          isStopped = true
          ending.end()
        },
      })
      opened(one)
      await ending.over
      const { record, trace, verdicts } = one.end()
      await served.close()
      const report = buildReport(record, verdicts, requirementsOf(profiles), gating)
      await writeReports(report, out, undefined, spoken())
      printResult(report, false, out)
      tellGithub(report, flags.github ?? false)
      if (isStopped) process.stderr.write(`${recording().real}\n`)
      if (emptiness(trace) === undefined) return exitCodeOf(report, { faults: [] })
      process.stderr.write(`${emptied(report, served.url, trace.length)}\n`)
      return report.totals.fail > 0 ? 1 : 3
    },
  }
}

/** Why nothing can be said of the client. */
function emptied({ beside }: Report, url: string, requests: number): string {
  const says = recording()
  if (requests > 0) return says.changedNothing
  return beside ? says.besideOnly(url) : says.nothing
}
