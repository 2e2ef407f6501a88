import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Asked, Ground, SignoffRecord, TestedRun } from '#reports/signoff'
import { catalogue } from '#requirements'
import { builtInProfiles, clientRulesOf, type LoadedProfile, loadProfiles, unitsOf } from '../load.ts'
import { signoff } from '../messages/signoff.ts'
import { requirementsOf } from '../run/bench.ts'
import { UsageError } from '../usage-error.ts'
import { version } from '../version.ts'
import { programDigest } from './files.ts'

/**
 * What runs and program tell of a sign-off.
 * @param runs at least one; the profile is that of the first
 * @param profileFrom where that profile is, if it neither comes with the program nor is an installed package
 */
export async function groundOf(
  runs: readonly TestedRun[],
  profileFrom?: string,
  supersedes?: SignoffRecord['supersedes'],
): Promise<Ground> {
  const [first] = runs
  if (!first) throw new RangeError('a sign-off needs a run')
  const { id, title, nb } = first.info.profile
  const profiles = await loadProfiles(profileFrom ?? id)
  const found = profiles[0]?.profile.id
  if (found !== id) throw new UsageError(signoff().otherProfile(id, found ?? ''))
  return {
    runs,
    yardstick: { requirements: await asked(runs, profiles), waived: waivedBy(profiles) },
    profile: { id, title, ...(nb ? { nb } : {}), version: profileVersion(id, first.info.tool.version) },
    harness: { name: 'scim-test', version: version(), hash: programDigest() },
    prerequisites: profiles.flatMap(({ profile }) => profile.prerequisites ?? []),
    recordId: randomUUID(),
    now: new Date(),
    ...(supersedes ? { supersedes } : {}),
  }
}

/** Everything that the profile asks of those who were judged, whether or not a test can show it. */
async function asked(
  runs: readonly TestedRun[],
  profiles: readonly LoadedProfile[],
): Promise<Map<string, Asked>> {
  const ofClients = runs.some(({ info }) => info.subject === 'client')
  const ofEndpoints = runs.some(({ info }) => info.subject !== 'client')
  const { checks, rules, plays } = await unitsOf(profiles)
  const provers = [
    ...(ofEndpoints ? [...checks, ...rules, ...plays] : []),
    ...(ofClients ? await clientRulesOf(profiles) : []),
  ]
  const checked = new Set<string>(provers.flatMap(({ proves }) => [...proves]))
  const whole = profiles.some(({ profile }) => profile.id === 'rfc')
  const rows = [...(whole ? catalogue.values() : []), ...requirementsOf(profiles)]
  return new Map(
    rows
      .filter(({ id, subject }) => (subject === 'client' ? ofClients : ofEndpoints) || checked.has(id))
      // What a row is mapped to stands in the record under its own requirements.
      .filter(({ id, mapped = [] }) => mapped.length === 0 || checked.has(id))
      .map(({ id, level, requirement, nb }) => [
        id,
        { level, text: requirement, ...(nb === undefined ? {} : { nb }), checked: checked.has(id) },
      ]),
  )
}

function waivedBy(profiles: readonly LoadedProfile[]): Map<string, string> {
  const all = profiles.flatMap(({ profile }) => profile.rules?.waive ?? [])
  return new Map(all.map(({ requirement, reason }) => [requirement, reason]))
}

/** Profiles that come with the program have its version; one of an installed package has that of the package. */
function profileVersion(id: string, programVersion: string): string {
  if (builtInProfiles().includes(id)) return programVersion
  const file = join(process.cwd(), 'node_modules', `scim-test-profile-${id}`, 'package.json')
  if (!existsSync(file)) return 'unversioned'
  return (JSON.parse(readFileSync(file, 'utf8')) as { version?: string }).version ?? 'unversioned'
}
