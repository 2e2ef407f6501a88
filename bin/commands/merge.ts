import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import {
  createRuleJudges,
  eventsOf,
  type Mismatch,
  mismatchOf,
  openRecord,
  phraseText,
  prefixOf,
  RECORD_VERSION,
  RecordError,
  type RecordPart,
  type RecordWriter,
  type RuleJudges,
  readRecord,
  renamed,
  wholeOf,
} from '#harness'
import { buildReport, writeReports } from '#reports'
import type { ExitCode } from '../cli.ts'
import { loadProfiles, unitsOf } from '../load.ts'
import { gate } from '../messages/gate.ts'
import { spoken } from '../messages/spoken.ts'
import { recordAt } from '../outcomes.ts'
import { abridged } from '../run/abridged.ts'
import { barOf, requirementsOf } from '../run/bench.ts'
import { failOnOf, gatingOf } from '../run/gating.ts'
import { tellGithub } from '../run/github.ts'
import { writable } from '../run/writable.ts'
import { UsageError } from '../usage-error.ts'
import { exitCodeOf, printResult } from './run.ts'

export interface MergeFlags {
  readonly parts: readonly string[]
  readonly out: string
  readonly baseline?: string | undefined
  readonly failOn?: string | undefined
  readonly github?: boolean | undefined
  readonly quiet?: boolean | undefined
}

/** `scim-test merge PART…`: the records of all parts become one, and the reports of one run. */
export async function mergeCommand(flags: MergeFlags): Promise<ExitCode> {
  const parts = flags.parts.map(readPart)
  const mismatch = mismatchOf(parts)
  if (mismatch) throw new UsageError(mismatchText(mismatch))
  const { info } = (parts[0] as RecordPart).record
  const baseline = flags.baseline === undefined ? {} : { baseline: flags.baseline }
  const gating = gatingOf({ ...failOnOf(flags.failOn), ...baseline }, info.strict)
  const out = resolve(flags.out)
  const file = join(out, 'run.ndjson')
  if (parts.some((part) => part.file === file)) throw new UsageError(gate().mergedOnto(file))
  writable(out)
  mkdirSync(out, { recursive: true })
  const profiles = await loadProfiles(info.profile.id)
  await writeWhole(parts, file, async (items) =>
    createRuleJudges(items, await unitsOf(profiles), {
      bar: barOf(profiles, info.strict),
      facts: (parts[0] as RecordPart).record.facts,
    }),
  )
  const sketch = readRecord(file, { keep: () => false })
  const record = abridged(file, sketch, sketch.verdicts)
  const report = buildReport(record, sketch.verdicts, requirementsOf(profiles), gating)
  await writeReports(report, out, undefined, spoken())
  printResult(report, flags.quiet ?? false, out)
  tellGithub(report, flags.github)
  return exitCodeOf(report, { faults: [] })
}

function readPart(named: string): RecordPart {
  const file = recordAt(resolve(named))
  if (!existsSync(file)) throw new UsageError(gate().noRecord(file))
  try {
    return { file, record: readRecord(file, { keep: () => false }) }
  } catch (error) {
    throw error instanceof RecordError ? new UsageError(phraseText(error.message, spoken())) : error
  }
}

type JudgesFor = (items: RecordPart['record']['items']) => Promise<RuleJudges>

/** Rules are judged again, over the traffic of all parts. Everything else stays as it was judged. */
async function writeWhole(parts: readonly RecordPart[], file: string, judgesFor: JudgesFor): Promise<void> {
  const { info, items, contracts, ending } = wholeOf(parts)
  const judges = await judgesFor(items)
  const rules = new Set(items.filter(({ kind }) => kind === 'rule').map(({ id }) => id))
  const record = openRecord(file)
  try {
    record.write({ event: 'run', version: RECORD_VERSION, info })
    record.write({ event: 'facts', facts: (parts[0] as RecordPart).record.facts })
    record.write({ event: 'plan', items })
    record.write({ event: 'learnt', contracts })
    for (const [index, part] of parts.entries()) await copy(part, prefixOf(index), { record, judges, rules })
    for (const verdict of judges.verdicts()) record.write({ event: 'verdict', verdict })
    record.write({ event: 'end', ending })
  } finally {
    record.close()
  }
}

interface Copying {
  readonly record: RecordWriter
  readonly judges: RuleJudges
  readonly rules: ReadonlySet<string>
}

const AT_ONCE = 500

async function copy({ file }: RecordPart, prefix: string, { record, judges, rules }: Copying): Promise<void> {
  let since = 0
  for (const event of eventsOf(file)) {
    if (/^(run|facts|plan|learnt|end)$/.test(event.event)) continue
    if (event.event === 'verdict' && rules.has(event.verdict.id)) continue
    const one = renamed(event, prefix)
    if (one.event === 'exchange') judges.see(one.exchange)
    record.write(one)
    // The writer puts down what it has when the loop turns.
    if (++since % AT_ONCE === 0) await setImmediate()
  }
}

function mismatchText(mismatch: Mismatch): string {
  switch (mismatch.kind) {
    case 'no-part':
      return gate().notParts(mismatch.file)
    case 'other':
      return gate().otherRun(mismatch.file, mismatch.what, mismatch.here, mismatch.there)
    case 'twice':
      return gate().partTwice(mismatch.part, mismatch.one, mismatch.other)
    case 'missing':
      return gate().partsMissing(mismatch.parts.join(', '))
  }
}
