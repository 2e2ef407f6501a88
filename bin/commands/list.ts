import type { Dialect, Habit } from '#simulator'
import type { ExitCode } from '../cli.ts'
import {
  builtInProfiles,
  loadDeviations,
  loadDialects,
  loadProfile,
  loadSuites,
  readScenario,
  scenarioNames,
  type Unit,
} from '../load.ts'
import { inbound } from '../messages/inbound.ts'
import { loadMessages } from '../messages/load.ts'
import { showing } from '../messages/showing.ts'
import { spoken } from '../messages/spoken.ts'
import { didYouMean, UsageError } from '../usage-error.ts'

const CONFIDENCES: readonly Habit['confidence'][] = ['documented', 'observed', 'inferred']

type Row = readonly [id: string, title: string]

/** What is heavy says so. */
const rowOf = (unit: Unit): Row => [
  unit.id,
  unit.kind === 'check' && unit.load ? `${unit.title} (${loadMessages().asks})` : unit.title,
]

const LISTS: Readonly<Record<string, () => Promise<Row[]>>> = {
  checks: async () => [
    ...(await loadSuites()).map(rowOf),
    ...(await Promise.all(builtInProfiles().map(loadProfile))).flatMap(({ units }) => units.map(rowOf)),
  ],
  profiles: async () =>
    (await Promise.all(builtInProfiles().map(loadProfile))).map(
      ({ profile }): Row => [profile.id, profile.title],
    ),
  dialects: async () => [
    ...(await loadDialects()).map(
      (dialect): Row => [dialect.id, `${dialect.title} (${evidenceFor(dialect)})`],
    ),
    // What it would send with takes its time to load.
    [(await import('./inbound.ts')).INBOUND, inbound().title],
  ],
  scenarios: async () =>
    scenarioNames().map((name): Row => {
      const { title, dialects } = readScenario(name)
      return [name, dialects ? `${title} (${dialects.join(', ')})` : title]
    }),
  defects: async () => deviations('defect'),
  variants: async () => deviations('variant'),
}

/** How well it is known what this identity provider does: `12 documented, 5 observed, 1 inferred habits`. */
function evidenceFor({ habits }: Dialect): string {
  const all = Object.values(habits)
  const counts = CONFIDENCES.map((one) =>
    spoken().evidence(all.filter(({ confidence }) => confidence === one).length, one),
  )
  return showing().evidence(counts.join(', '))
}

async function deviations(kind: string): Promise<Row[]> {
  return (await loadDeviations()).filter((one) => one.kind === kind).map(({ id, title }): Row => [id, title])
}

/** `scim-test list [what]` */
export async function listCommand(what: string): Promise<ExitCode> {
  const known = Object.keys(LISTS)
  const list = Object.hasOwn(LISTS, what) ? LISTS[what] : undefined
  if (!list) throw new UsageError(showing().unknownList(what, known, didYouMean(what, known)))
  const rows = await list()
  const width = Math.max(...rows.map(([id]) => id.length))
  process.stdout.write(rows.map(([id, title]) => `${id.padEnd(width)}  ${title}\n`).join(''))
  return 0
}
