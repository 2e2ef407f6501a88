import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Client,
  type Contract,
  createRuleJudges,
  type Ending,
  journalFile,
  learn,
  longestFirst,
  modelsOf,
  openJournal,
  openRecord,
  type Progressed,
  RECORD_VERSION,
  type RecordWriter,
  type RunInfo,
  type RunRecord,
  readRecord,
  type Swept,
  skipped,
  sweep,
  type Verdict,
} from '#harness'
import { createPeople, runTag } from '#people'
import { throwIfDiskWasFull } from '../full-disk.ts'
import { version } from '../version.ts'
import { abridged } from './abridged.ts'
import { barOf, profileInfo } from './bench.ts'
import { type ConnectOptions, connect } from './connect.ts'
import type { HostedSettings } from './hosted.ts'
import { loadWords } from './load-settings.ts'
import type { Prepared } from './prepare.ts'
import { untilAborted } from './stop.ts'
import type { SyncSettings } from './sync.ts'
import { type HostEnd, type HostOptions, hostWithVitest } from './vitest-host.ts'

export interface RunEnd {
  readonly record: RunRecord
  readonly recordFile: string
  readonly verdicts: readonly Verdict[]
  readonly faults: readonly string[]
}

export interface RunHooks {
  readonly onVerdict: (verdict: Progressed, done: number, of: number) => void
  readonly signal: AbortSignal
  /** Who shows the items; vitest unless something else is given. */
  readonly host?: (options: HostOptions) => Promise<HostEnd>
}

/** Executes a prepared run to its end, cleaned up, recorded and judged. */
export async function execute(prepared: Prepared, hooks: RunHooks): Promise<RunEnd> {
  const { settings, run, facts, items, exchanges } = prepared
  const started = performance.now()
  mkdirSync(settings.out, { recursive: true })
  const recordFile = join(settings.out, 'run.ndjson')
  const head = openRecord(recordFile)
  head.write({ event: 'run', version: RECORD_VERSION, info: infoOf(prepared) })
  head.write({ event: 'facts', facts })
  head.write({ event: 'plan', items })
  for (const exchange of exchanges) head.write({ event: 'exchange', exchange })
  head.close()
  openJournal(settings.out, run, facts.base, { embedded: prepared.embedded !== undefined }).close()

  const contracts = await learnBefore(prepared, recordFile, hooks.signal).catch(
    sweptFirst(prepared, recordFile),
  )
  const todo = items.filter((item) => item.kind !== 'rule' && !item.skip)
  const order: HostedSettings = { settings, run, facts, items: longestFirst(todo), contracts, recordFile }
  let done = 0
  const { faults } =
    todo.length === 0 || hooks.signal.aborted
      ? { faults: [] }
      : await (hooks.host ?? hostWithVitest)({
          order,
          out: settings.out,
          concurrency: settings.concurrency,
          allure: settings.allure,
          onVerdict: (verdict) => hooks.onVerdict(verdict, ++done, todo.length),
          signal: hooks.signal,
        })
  const swept = await sweepRun(prepared, recordFile)
  // What the items could not write down cannot be judged; only then, since what they made had to be removed first.
  throwIfDiskWasFull(faults)
  return conclude({
    prepared,
    recordFile,
    faults,
    swept,
    interrupted: hooks.signal.aborted,
    ms: performance.now() - started,
  })
}

interface Conclusion {
  readonly prepared: Prepared
  readonly recordFile: string
  readonly faults: readonly string[]
  readonly swept: Swept
  readonly interrupted: boolean
  readonly ms: number
}

/** Rules look at all exchanges, so they are judged last, line by line. What was never reached says so. */
function conclude({ prepared, recordFile, faults, swept, interrupted, ms }: Conclusion): RunEnd {
  const { units, items, facts, profiles, settings } = prepared
  const bar = barOf(profiles, settings.strict)
  const judges = createRuleJudges(items, units, { facts, bar })
  const partial = readRecord(recordFile, { keep: () => false, onExchange: judges.see })
  const reached = new Map(partial.verdicts.map((verdict) => [verdict.id, verdict]))
  const rules = judges.verdicts()
  const reason = interrupted
    ? 'the run was interrupted before it'
    : `the host never ran it${faults[0] ? `: ${faults[0]}` : ''}`
  const unreached = { outcome: interrupted ? 'blocked' : 'error', reason } as const
  const verdicts = items
    .filter((item) => item.kind !== 'rule')
    .map((item) => reached.get(item.id) ?? skipped(item.skip ? item : { ...item, skip: unreached }))
  const ending: Ending = {
    finished: new Date().toISOString(),
    ms: Math.round(ms),
    requests: partial.sums?.requests ?? 0,
    interrupted,
    left: swept.left,
  }
  const tail = openRecord(recordFile, true)
  for (const verdict of [...verdicts.filter(({ id }) => !reached.has(id)), ...rules])
    tail.write({ event: 'verdict', verdict })
  tail.write({ event: 'end', ending })
  tail.close()
  const all = [...verdicts, ...rules]
  const record = { ...abridged(recordFile, partial, all), verdicts: all, ending }
  return { record, recordFile, verdicts: all, faults }
}

/** Creates one resource of each type, so that an unwritten rule is met once and not by every check. */
async function learnBefore(prepared: Prepared, recordFile: string, signal: AbortSignal): Promise<Contract[]> {
  const { settings, facts, items } = prepared
  if (!items.some((item) => item.kind === 'check' && !item.skip)) return []
  const session = { prefix: 'l', before: untilAborted(signal) }
  return withClient(prepared, recordFile, session, async (client, record) => {
    const people = createPeople(settings.seed, prepared.run)
    const contracts = await learn({
      client,
      facts,
      models: modelsOf(facts),
      tag: runTag(prepared.run),
      person: (n) => people.person(n),
      hints: settings.create,
    })
    record.write({ event: 'learnt', contracts })
    return contracts
  })
}

/** A run that cannot even begin, on a full disk for one, takes away what it has made so far, as well as it can. */
const sweptFirst = (prepared: Prepared, recordFile: string) => async (error: unknown) => {
  await sweepRun(prepared, recordFile).catch(() => undefined)
  throw error
}

/** What the items could not clean up themselves, or never got to. */
async function sweepRun(prepared: Prepared, recordFile: string): Promise<Swept> {
  const file = journalFile(prepared.settings.out, prepared.run)
  return withClient(prepared, recordFile, { prefix: 'c' }, (client) =>
    sweep(file, client, prepared.settings.settle),
  )
}

/** A client of the run's own, before and after the host's: journalled and recorded like that one. */
async function withClient<T>(
  { settings, run, facts }: Prepared,
  recordFile: string,
  session: Pick<ConnectOptions, 'prefix' | 'before'>,
  work: (client: Client, record: RecordWriter) => Promise<T>,
): Promise<T> {
  const journal = openJournal(settings.out, run, facts.base)
  const record = openRecord(recordFile, true)
  const { client, close } = connect({
    settings,
    run,
    base: facts.base,
    concurrency: settings.concurrency,
    journal,
    ...session,
    onExchange: (exchange) => record.write({ event: 'exchange', exchange }),
  })
  try {
    return await work(client, record)
  } finally {
    journal.close()
    await close()
    record.close()
  }
}

function infoOf(prepared: Prepared): RunInfo {
  const { settings, run, hostClass, embedded, profiles, facts } = prepared
  const override = settings.allowProduction
  return {
    tool: { name: 'scim-test', version: version() },
    node: process.version,
    run,
    seed: settings.seed,
    started: new Date().toISOString(),
    target: {
      base: facts.base,
      embedded: embedded !== undefined,
      hostClass,
      signIn: settings.auth.type,
      ...(override ? { override } : {}),
    },
    profile: profileInfo(profiles),
    strict: settings.strict,
    only: settings.only,
    ...(settings.shard ? { shard: settings.shard } : {}),
    concurrency: settings.concurrency,
    command: commandOf(prepared),
  }
}

const syncWords = ({ base, fiksOrgId, maalSystem }: SyncSettings) => [
  '--sync-api',
  base,
  '--sync-org',
  fiksOrgId,
  '--sync-system',
  maalSystem,
]

/** How to start the same run again, without secrets. */
function commandOf({ settings, embedded, words = ['run'] }: Prepared): string[] {
  return [
    'scim-test',
    ...words,
    ...(embedded ? [] : ['--target', settings.target]),
    ...settings.deviations.flatMap(({ flag, name }) => [`--${flag}`, name]),
    ...(settings.profile === 'rfc' ? [] : ['--profile', settings.profile]),
    ...(settings.sync && !embedded ? syncWords(settings.sync) : []),
    ...Object.entries(settings.parameters ?? {}).flatMap(([name, value]) => [
      '--parameter',
      `${name}=${value}`,
    ]),
    '--seed',
    settings.seed,
    ...(settings.strict ? ['--strict'] : []),
    ...loadWords(settings.load),
  ]
}
