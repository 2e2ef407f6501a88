import {
  builtInProfiles,
  type LoadedProfile,
  loadDeviations,
  loadProfile,
  loadProfiles,
  unitsOf,
} from '#bin/load'
import { barOf } from '#bin/run/bench'
import type { Deviation } from '#endpoint'
import type { Units, Verdict } from '#harness'
import { judgedBy, type MemoryOptions, runInMemory, SMALL_LOAD } from './in-memory.ts'
import { usesReading } from './users-of-a-reading.ts'

const profiles = await loadProfiles('fiks-current')
const all = await unitsOf(profiles)
/**
 * One makes a hundred people for one requirement, the other asks for an endpoint that is made like Fiks: tried on the
 * honest endpoint, and where a defect breaks what they prove.
 */
const APART = [
  'fiks-current/sync-hundred-members',
  'fiks-current/large-groups-are-kept',
  'fiks-current/no-group-in-group',
]
/** Of the plays one story: the others are for tests/scenarios. */
const STORY = 'joiner-to-leaver'
const everything = {
  ...all,
  checks: all.checks.filter(({ id }) => !APART.includes(id)),
  plays: all.plays.filter(({ id }) => id.endsWith(STORY)),
}

/** `DEVIATION=a,b` narrows the tests over defects and variants to those. */
const only = process.env.DEVIATION ? process.env.DEVIATION.split(',') : undefined

export const isNarrowed = only !== undefined

export async function deviationsToTry(kind: Deviation['kind']): Promise<Deviation[]> {
  const found = await loadDeviations()
  return found.filter((one) => one.kind === kind && (!only || only.includes(one.id)))
}

/** The whole of the checks, rules and plays against an endpoint with these deviations, whose clock is running. */
export async function tryAll(deviations: readonly Deviation[]): Promise<readonly Verdict[]> {
  const options = { units: everything, profiles, deviations, now: () => new Date(), served: false }
  return (await runInMemory(options)).verdicts
}

const bare = await loadProfiles('rfc')
const ofTheText = await unitsOf(bare)

export interface Circumstances extends Pick<MemoryOptions, 'settle' | 'network'> {
  /** False for a target that lawfully lacks what an identity provider sends. */
  readonly rehearsals?: boolean
}

/** What the RFCs say and nothing beyond them, against an endpoint that may lack whatever they leave to it. */
export async function tryText(
  deviations: readonly Deviation[],
  circumstances: Circumstances = {},
): Promise<readonly Verdict[]> {
  const { rehearsals = true, ...rest } = circumstances
  const units = rehearsals ? ofTheText : { ...ofTheText, plays: [] }
  return (await runInMemory({ units, profiles: bare, deviations, now: () => new Date(), ...rest })).verdicts
}

/** Only checks and plays that make claims about what the defect breaks: rules look at all traffic, which takes its time. */
export async function tryWhatActs(defect: Deviation): Promise<readonly Verdict[]> {
  const { profiles, served, checks, plays } = await provingIt(defect)
  const units: Units = { checks, plays, rules: [] }
  if (checks.length + plays.length === 0) return []
  return (await runInMemory({ units, profiles, deviations: [defect], served })).verdicts
}

/** The same with all rules; varied traffic where nothing but a rule makes such a claim. */
export async function tryWhatProves(defect: Deviation): Promise<readonly Verdict[]> {
  const { profiles, served, checks, plays, rules } = await provingIt(defect)
  const silent = checks.length + plays.length === 0
  const units: Units = { checks: silent ? varied : checks, plays, rules }
  return (await runInMemory({ units, profiles, deviations: [defect], served })).verdicts
}

/** Only load checks that make claims about what the defect breaks. */
export async function tryUnderLoad(defect: Deviation): Promise<readonly Verdict[]> {
  const broken = new Set<string>(defect.breaks)
  const checks = ofTheText.checks.filter(({ load, proves }) => load && proves.some((id) => broken.has(id)))
  const units = { checks, plays: [], rules: [] }
  const options = { profiles: bare, deviations: [defect], load: SMALL_LOAD, now: () => new Date() }
  return checks.length > 0 ? (await runInMemory({ units, ...options })).verdicts : []
}

async function provingIt(defect: Deviation) {
  const broken = new Set<string>(defect.breaks)
  const { profiles, all, served } = await homeOf(broken)
  const proves = (one: { proves: readonly string[] }) => one.proves.some((id) => broken.has(id))
  return {
    profiles,
    served,
    checks: all.checks.filter(proves),
    plays: all.plays.filter(proves),
    rules: all.rules,
  }
}

/** The profile that has a requirement of this kind; the usual one where all are of the RFCs. */
async function homeOf(broken: ReadonlySet<string>) {
  const [own] = [...broken].filter((id) => id.includes('/') && !id.startsWith('sim/'))
  if (own === undefined) return { profiles, all, served: false }
  for (const name of builtInProfiles()) {
    const { profile } = await loadProfile(name)
    if (!profile.requirements?.some(({ id }) => id === own)) continue
    return { ...(await homeNamed(name)), served: true }
  }
  return { profiles, all, served: false }
}

const homes = new Map<string, Promise<{ profiles: LoadedProfile[]; all: Units }>>()

/** Once for all defects: to read the stories of a profile takes its time. */
function homeNamed(name: string) {
  const load = async () => {
    const profiles = await loadProfiles(name)
    return { profiles, all: await unitsOf(profiles) }
  }
  const home = homes.get(name) ?? load()
  homes.set(name, home)
  return home
}

/** What makes exchanges of most kinds, for readings and defects that no check but a rule minds. */
const varied = all.checks.filter(({ id }) =>
  /^(?:projection|errors|read)\/|^paging\/unfiltered-list$/.test(id),
)

/**
 * Only the checks that allow an answer by this reading, or varied ones where none does, and every rule: judged by default
 * and to the letter.
 */
export async function tryWhatReads(reading: string, deviations: readonly Deviation[]) {
  const checks = all.checks.filter((check) => usesReading(check, reading))
  const units: Units = { checks: checks.length > 0 ? checks : varied, plays: [], rules: all.rules }
  const run = await runInMemory({ units, profiles, deviations, served: false, load: SMALL_LOAD })
  return { default: run.verdicts, strict: judgedBy(barOf(profiles, true), run, units) }
}

export function errorsIn(verdicts: readonly Verdict[]): string[] {
  return verdicts.filter(({ outcome }) => outcome === 'error').map(({ id, reason }) => `${id}: ${reason}`)
}

/** The requirements for which anything turned red or yellow. */
export function redFor(verdicts: readonly Verdict[]): Set<string> {
  const bad = verdicts.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn')
  return new Set(bad.flatMap(({ findings }) => findings.map(({ requirement }) => requirement as string)))
}

/** Verdicts that are neither green nor not applicable. */
export function mindedIn(verdicts: readonly Verdict[]) {
  return verdicts
    .filter(({ outcome, findings }) => !['pass', 'not-applicable'].includes(outcome) || findings.length > 0)
    .map(({ id, outcome, reason, findings }) => ({ id, outcome, reason, findings }))
}

/** What a verdict minds, with the check that minds it. */
export function findingsOf({ id, findings }: Verdict) {
  return findings.map((finding) => ({ check: id, ...finding }))
}
