import {
  type Bar,
  type Bench,
  type Context,
  type Contract,
  createBar,
  type Demands,
  hintsWith,
  modelsOf,
  type RunInfo,
} from '#harness'
import { createPeople, runTag } from '#people'
import { type Requirement, type RequirementId, toRequirement } from '#requirements'
import type { LoadedProfile } from '../load.ts'
import type { Connection } from './connect.ts'
import type { Settings } from './settings.ts'

/** The requirements that profiles bring along. */
export function requirementsOf(profiles: readonly LoadedProfile[]): Requirement[] {
  const rows = profiles.flatMap(({ profile }) => profile.requirements ?? [])
  return rows.map((row) =>
    toRequirement({
      ...row,
      basis: 'profile',
      severity: severityOf(row.level),
      subject: row.subject === 'client' ? 'client' : 'server',
      observable: row.unobservable === undefined ? 'yes' : 'no',
    }),
  )
}

/** What answers are measured against: the profile with those it includes. */
export function barOf(profiles: readonly LoadedProfile[], strict: boolean): Bar {
  const requirements = requirementsOf(profiles)
  const tightened = profiles.flatMap(({ profile }) => profile.rules?.tighten ?? [])
  const waived = profiles.flatMap(({ profile }) => profile.rules?.waive ?? [])
  const changes = [
    ...tightened,
    ...waived.map(({ requirement, reason }) => ({ requirement, reason, to: 'note' as const })),
  ]
  return createBar({ id: profiles[0]?.profile.id ?? 'rfc', requirements, changes }, strict)
}

export function waivedIn(profiles: readonly LoadedProfile[]): RequirementId[] {
  return profiles.flatMap(({ profile }) => profile.rules?.waive ?? []).map(({ requirement }) => requirement)
}

/** What a record says of the bar. */
export function profileInfo(profiles: readonly LoadedProfile[]): RunInfo['profile'] {
  const { id = '', title = '', nb } = profiles[0]?.profile ?? {}
  const notes = profiles.flatMap(({ profile }) => profile.notes ?? [])
  const named = { id, title, ...(nb === undefined ? {} : { nb }) }
  return { ...named, waived: waivedIn(profiles), ...(notes.length > 0 ? { notes } : {}) }
}

export function demandsOf({ profile }: LoadedProfile): Demands {
  return {
    profile: profile.id,
    features: profile.requires?.features ?? [],
    resources: profile.requires?.resources ?? [],
  }
}

function severityOf(level: string): string {
  if (level.startsWith('MUST')) return 'fail'
  return level.startsWith('SHOULD') ? 'warn' : 'info'
}

const ITEM_DEADLINE = 120_000

/** The bench of a run: one client, one stream of people, one bar for all items. */
export function createBench(
  { client, redactor }: Connection,
  {
    settings,
    run,
    facts,
    bar,
    contracts,
  }: Context & {
    readonly settings: Settings
    readonly run: string
    readonly contracts: readonly Contract[]
  },
): Bench {
  const people = createPeople(settings.seed, run)
  return {
    client,
    redactor,
    facts,
    bar,
    models: modelsOf(facts),
    tag: runTag(run),
    seed: settings.seed,
    person: (n, options) => people.person(n, options),
    hints: hintsWith(settings.create, contracts),
    shared: new Map(),
    sharedIds: new Map(),
    settle: settings.settle,
    deadline: Math.max(ITEM_DEADLINE, settings.timeout * 3),
  }
}
