import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Check, ClientRule, Profile, Rule } from '#check'
import type { Deviation } from '#endpoint'
import type { Rehearsal, Units } from '#harness'
import {
  createPlay,
  type Dialect,
  loadScenario,
  municipalityScenario,
  type Scenario,
  ScenarioError,
} from '#simulator'
import { asWritten } from './as-written.ts'
import { loading } from './messages/loading.ts'
import { simulating } from './messages/simulating.ts'
import { CODE, PACKAGE } from './package-folder.ts'
import { didYouMean, UsageError } from './usage-error.ts'

const ENDING = import.meta.url.endsWith('.ts') ? '.ts' : '.js'

export const moduleUrl = (path: string): string => pathToFileURL(join(CODE, `${path}${ENDING}`)).href
export const codeFolder = (path: string): string => join(CODE, path)

interface Loaded<T> {
  /** The path below the folder, without the ending. */
  readonly id: string
  readonly unit: T
}

/**
 * Everything that a folder's files export by default: adding a file is all it takes to add one. `*.part.ts` holds what
 * several units of a folder share.
 */
async function importAll<T>(root: string): Promise<Loaded<T>[]> {
  const bundle = join(root, BUNDLE)
  return existsSync(bundle) ? importBundle(bundle) : importEach(root)
}

/** What the build makes of our own folders; those of others have files. */
const BUNDLE = 'units.bundle.js'

async function importBundle<T>(file: string): Promise<Loaded<T>[]> {
  const { default: units } = (await import(pathToFileURL(file).href)) as { default: Record<string, T> }
  return Object.entries(units).map(([id, unit]) => ({ id, unit }))
}

async function importEach<T>(root: string): Promise<Loaded<T>[]> {
  const files = listFiles(root).filter(
    (file) => /\.[jt]s$/.test(file) && !/\.(test|slow|sample|part|d)\.[jt]s$/.test(file),
  )
  return Promise.all(
    files.map(async (file) => {
      const module = (await import(pathToFileURL(file).href)) as { default?: T }
      const id = relative(root, file)
        .replace(/\.[jt]s$/, '')
        .split(sep)
        .join('/')
      if (module.default === undefined) throw new UsageError(loading().noDefault(file))
      return { id, unit: module.default }
    }),
  )
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

export type Unit = Check | Rule | ClientRule

async function loadUnits(root: string, prefix = ''): Promise<Unit[]> {
  const loaded = await importAll<Unit>(root)
  for (const { id, unit } of loaded) {
    if (unit.id !== `${prefix}${id}`)
      throw new UsageError(loading().otherId(`${root}/${id}`, unit.id, `${prefix}${id}`))
  }
  return loaded.map(({ unit }) => unit)
}

export const loadSuites = (): Promise<Unit[]> => loadUnits(codeFolder('suites'))

/** A profile with the units of its own folder. */
export interface LoadedProfile {
  readonly profile: Profile
  readonly units: readonly Unit[]
}

export function builtInProfiles(): string[] {
  return readdirSync(codeFolder('profiles'), { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() && existsSync(join(codeFolder('profiles'), entry.name, `profile${ENDING}`)),
    )
    .map((entry) => entry.name)
    .sort()
}

/** @param name a built-in profile, a folder, or `<id>` of an installed package `scim-test-profile-<id>` */
export async function loadProfile(name: string): Promise<LoadedProfile> {
  const folder = profileFolder(name)
  const file = ['profile.js', 'profile.ts'].map((base) => join(folder, base)).find((path) => existsSync(path))
  if (!file) throw new UsageError(loading().noProfileFile(folder))
  const { default: profile } = (await import(pathToFileURL(file).href)) as { default: Profile }
  const checks = await loadUnits(join(folder, 'checks'), `${profile.id}/`)
  return {
    profile,
    units: [...checks, ...(await loadUnits(join(folder, 'client'), `${profile.id}/client/`))],
  }
}

function profileFolder(name: string): string {
  const known = builtInProfiles()
  if (known.includes(name)) return join(codeFolder('profiles'), name)
  if (name.startsWith('.') || isAbsolute(name)) return resolve(name)
  try {
    const require = createRequire(join(process.cwd(), 'package.json'))
    return dirname(require.resolve(`scim-test-profile-${name}/package.json`))
  } catch {
    throw new UsageError(loading().noProfile(asWritten(name), didYouMean(name, known), known))
  }
}

export const loadDialects = async (): Promise<Dialect[]> =>
  (await importAll<Dialect>(codeFolder('simulator/dialects'))).map(({ unit }) => unit)

export async function loadDeviations(): Promise<Deviation[]> {
  const all = await Promise.all(
    ['defects', 'variants', 'readings'].map((kind) => importAll<Deviation>(codeFolder(`endpoint/${kind}`))),
  )
  return all.flat().map(({ unit }) => unit)
}

/** Variants of the reference endpoint that make it one of those that profiles are about. */
export async function servedVariants(profiles: readonly LoadedProfile[]): Promise<Deviation[]> {
  const wanted = new Set(profiles.flatMap(({ profile }) => profile.serves ?? []))
  if (wanted.size === 0) return []
  return (await loadDeviations()).filter(({ id, kind }) => kind === 'variant' && wanted.has(id))
}

const MUNICIPALITY = /^municipality:(\d{1,6})(-year)?$/
const SMALLEST = 24
const LARGEST = 100_000

/** @param name a scenario of ours, a YAML file, or `municipality:2000`, with `-year` for a year's events */
export function readScenario(name: string): Scenario {
  const made = MUNICIPALITY.exec(name)
  if (made) {
    const size = Number(made[1])
    if (size < SMALLEST || size > LARGEST)
      throw new UsageError(simulating().municipality(SMALLEST, LARGEST, size))
    return municipalityScenario({ size, year: made[2] !== undefined })
  }
  const own = join(PACKAGE, 'fixtures', 'scenarios', `${name}.yaml`)
  const file = existsSync(own) ? own : resolve(name)
  if (!existsSync(file)) {
    const known = scenarioNames()
    throw new UsageError(simulating().noScenario(name, didYouMean(name, known), known))
  }
  return loadScenarioFile(file)
}

/** What is wrong with a scenario is its author's to put right: file, line and column say where. */
function loadScenarioFile(file: string): Scenario {
  const near = relative(process.cwd(), file)
  const shown = near.startsWith('..') ? file : near
  try {
    return loadScenario(readFileSync(file, 'utf8'), shown)
  } catch (error) {
    if (error instanceof ScenarioError) throw new UsageError(error.message)
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new UsageError(simulating().scenarioNotRead(shown, code))
  }
}

/** Paths below the folder, without the ending: `joiner-to-leaver`, `movers/marriage`. */
export function scenarioNames(): string[] {
  const folder = join(PACKAGE, 'fixtures', 'scenarios')
  return listFiles(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => relative(folder, file).slice(0, -5).split(sep).join('/'))
}

/** A profile and those it includes, the one asked for first. */
export async function loadProfiles(name: string): Promise<LoadedProfile[]> {
  const main = await loadProfile(name)
  return [main, ...(await Promise.all((main.profile.includes ?? []).map((id) => loadProfile(id))))]
}

/** Everything that a profile runs: the suites for `rfc`, the units of each profile's folder, and the plays of the first. */
export async function unitsOf(profiles: readonly LoadedProfile[]): Promise<Units> {
  const all = await allUnits(profiles)
  const rehearses = profiles.find(({ profile }) => profile.rehearses)?.profile.rehearses ?? []
  return {
    checks: all.filter((unit) => unit.kind === 'check'),
    rules: all.filter((unit) => unit.kind === 'rule'),
    plays: await playsOf(rehearses),
  }
}

/** What is judged of a client that is recorded: the rules about clients of the suites and of each profile's folder. */
export async function clientRulesOf(profiles: readonly LoadedProfile[]): Promise<ClientRule[]> {
  return (await allUnits(profiles)).filter((unit) => unit.kind === 'client-rule')
}

async function allUnits(profiles: readonly LoadedProfile[]): Promise<Unit[]> {
  const suites = profiles.some(({ profile }) => profile.id === 'rfc') ? await loadSuites() : []
  return [...suites, ...profiles.flatMap(({ units }) => units)]
}

async function playsOf(rehearses: NonNullable<Profile['rehearses']>): Promise<Rehearsal[]> {
  const dialects = await loadDialects()
  return rehearses.flatMap(({ dialect, scenarios }) => {
    const found = dialects.find(({ id }) => id === dialect)
    if (!found)
      throw new UsageError(
        loading().noDialect(
          dialect,
          didYouMean(
            dialect,
            dialects.map(({ id }) => id),
          ),
        ),
      )
    return scenarios.map((name) => createPlay(readScenario(name), found))
  })
}
