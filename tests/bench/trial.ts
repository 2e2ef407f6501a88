import { builtInProfiles, loadDeviations, loadProfile, loadProfiles, unitsOf } from '#bin/load'
import type { Deviation } from '#endpoint'
import type { Units, Verdict } from '#harness'
import { type MemoryOptions, runInMemory } from './in-memory.ts'
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

/** Only what makes claims about what the defect breaks; all of it where nothing but a rule does. */
export async function tryWhatProves(defect: Deviation): Promise<readonly Verdict[]> {
  const broken = new Set<string>(defect.breaks)
  const { profiles, all, served } = await homeOf(broken)
  const checks = all.checks.filter(({ proves }) => proves.some((id) => broken.has(id)))
  const plays = all.plays.filter(({ proves }) => proves.some((id) => broken.has(id)))
  const units: Units = checks.length + plays.length > 0 ? { checks, plays, rules: all.rules } : everything
  return (await runInMemory({ units, profiles, deviations: [defect], served })).verdicts
}

/** The profile that has a requirement of this kind; the usual one where all are of the RFCs. */
async function homeOf(broken: ReadonlySet<string>) {
  const [own] = [...broken].filter((id) => id.includes('/') && !id.startsWith('sim/'))
  if (own === undefined) return { profiles, all, served: false }
  for (const name of builtInProfiles()) {
    const { profile } = await loadProfile(name)
    if (!profile.requirements?.some(({ id }) => id === own)) continue
    const home = await loadProfiles(name)
    return { profiles: home, all: await unitsOf(home), served: true }
  }
  return { profiles, all, served: false }
}

/** What makes exchanges of most kinds, for readings that no check but a rule allows. */
const VARIED = /^(?:projection|errors|read)\/|^paging\/unfiltered-list$/

/** Only the checks that allow an answer by this reading, or varied ones where none does, and every rule. */
export async function tryWhatReads(
  reading: string,
  deviations: readonly Deviation[],
  strict: boolean,
): Promise<readonly Verdict[]> {
  const checks = all.checks.filter((check) => usesReading(check, reading))
  const varied = checks.length > 0 ? checks : all.checks.filter(({ id }) => VARIED.test(id))
  const units: Units = { checks: varied, plays: [], rules: all.rules }
  return (await runInMemory({ units, profiles, deviations, strict, served: false })).verdicts
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
