import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unitsOf } from '#bin/load'
import { requirementsOf } from '#bin/run/bench'
import { directHost } from '#bin/run/direct-host'
import { prepare } from '#bin/run/prepare'
import { execute } from '#bin/run/run'
import type { Settings } from '#bin/run/settings'
import { UsageError } from '#bin/usage-error'
import { en, safeText, type Units, type Verdict } from '#harness'
import { buildReport, progressLine, renderConsole, writeReports } from '#reports'
import { TOKEN } from './target.ts'

/** A handful of checks that write, read, page, delete and clean up, and rules that look at all of it. */
const ONLY = [
  'create/id-belongs-to-one-resource',
  'cursor/walk-gives-each-once',
  'etag/stale-delete-is-refused',
  'paging/walk-visits-each-once',
  'wire/answer-is-what-was-asked-for',
  'wire/body-is-json',
  'wire/cookies-end-with-the-session',
  'wire/created-has-a-location',
  'wire/location-is-of-the-resource',
  'wire/resource-has-an-id',
  'wire/server-does-not-fail',
  'wire/statuses-are-registered',
  'wire/text-is-utf-8',
  'wire/timestamps-are-in-order',
]

export interface Ended {
  /** What the user is told where the target cannot be tested. */
  readonly refusal?: string
  readonly verdicts: readonly Verdict[]
  /** What was written, by its name. */
  readonly files: Readonly<Record<string, string>>
  /** All that the user sees. */
  readonly console: string
  readonly ms: number
}

/** The whole of `scim-test run` in this process, but for the test host: discovery, items, cleaning up, judging, reports. */
export async function runAgainst(target: string, more: Partial<Settings> = {}): Promise<Ended> {
  const out = mkdtempSync(join(tmpdir(), 'scim-test-hostile-'))
  const began = performance.now()
  try {
    return { ...(await run({ ...settingsFor(target, out), ...more })), ms: performance.now() - began }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

async function run(settings: Settings): Promise<Omit<Ended, 'ms'>> {
  const prepared = await prepare(settings, chosen).catch((error: unknown) => {
    if (error instanceof UsageError) return error.message
    throw error
  })
  if (typeof prepared === 'string')
    return { refusal: prepared, verdicts: [], files: {}, console: safeText(prepared, '\n') }
  const { profiles, units } = prepared
  const shown: string[] = []
  const end = await execute(prepared, {
    signal: new AbortController().signal,
    onVerdict: (verdict, done, of) => shown.push(progressLine(verdict, done, of)),
    host: directHost(profiles, units),
  })
  const report = buildReport(end.record, end.verdicts, requirementsOf(profiles))
  await writeReports(report, settings.out, undefined, en)
  const result = renderConsole(report, { colour: false, width: 100, quiet: false, files: [] }, en)
  const names = readdirSync(settings.out).filter((name) => name.includes('.'))
  return {
    verdicts: end.verdicts,
    files: Object.fromEntries(names.map((name) => [name, readFileSync(join(settings.out, name), 'utf8')])),
    console: [...shown, ...end.faults, result].join('\n'),
  }
}

let all: Promise<Units> | undefined
/** The same for every run: finding hundreds of files takes longer than a run. */
const chosen: typeof unitsOf = (profiles) => {
  all ??= unitsOf(profiles).then(({ checks, rules, ...rest }) => ({
    ...rest,
    checks: checks.filter(({ id }) => ONLY.includes(id)),
    rules: rules.filter(({ id }) => ONLY.includes(id)),
    plays: [],
  }))
  return all
}

const settingsFor = (target: string, out: string): Settings => ({
  target,
  auth: { type: 'bearer', token: TOKEN },
  headers: {},
  profile: 'rfc',
  only: ONLY,
  concurrency: 8,
  rate: 0,
  seed: '1',
  timeout: 4_000,
  settle: 0,
  out,
  strict: false,
  quiet: true,
  allure: false,
  assume: {},
  create: {},
  deviations: [],
})
