import { randomBytes } from 'node:crypto'
import {
  classifyHost,
  discover,
  type Facts,
  type HostClass,
  type Item,
  journals,
  type Obstacle,
  obstacleText,
  plan,
  readJournal,
  type Units,
} from '#harness'
import { runTag } from '#people'
import type { Exchange } from '#scim'
import { type LoadedProfile, loadProfiles, unitsOf } from '../load.ts'
import { messages } from '../messages.ts'
import { UsageError } from '../usage-error.ts'
import { demandsOf } from './bench.ts'
import { connect } from './connect.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import type { Settings } from './settings.ts'

/** A run that has been thought through and has sent no write yet. */
export interface Prepared {
  readonly settings: Settings & { readonly target: string }
  readonly run: string
  readonly hostClass: HostClass
  readonly embedded: Embedded | undefined
  readonly profiles: readonly LoadedProfile[]
  readonly units: Units
  readonly facts: Facts
  readonly items: readonly Item[]
  /** Exchanges of discovery, for the record. */
  readonly exchanges: readonly Exchange[]
  /** The command and its own options, where it is not `run`. */
  readonly words?: readonly string[]
}

type ChooseUnits = (profiles: readonly LoadedProfile[]) => Promise<Units>

/** @throws UsageError for everything that the user can put right */
export async function prepare(settings: Settings, choose: ChooseUnits = unitsOf): Promise<Prepared> {
  const profiles = await loadProfiles(settings.profile)
  const units = await choose(profiles)
  nameOldLeftovers(settings)
  const embedded =
    settings.target === undefined ? await startEmbedded(settings.deviations, profiles) : undefined
  const aimed = {
    ...settings,
    target: embedded?.url ?? settings.target ?? '',
    ...(embedded ? { token: embedded.token } : {}),
  }
  const hostClass = guardProduction(aimed)
  const run = newRunId()
  try {
    const { facts, exchanges } = await ask(aimed, run)
    const items = plan(units, facts, demandsOf(profiles[0] as LoadedProfile), settings.only)
    if (items.length === 0) throw new UsageError(messages.nothingSelected(settings.only))
    return { settings: aimed, run, hostClass, embedded, profiles, units, facts, items, exchanges }
  } catch (error) {
    await embedded?.close()
    throw error
  }
}

/** Six base32 characters: short enough for names, and no identity number can be read out of them. */
export function newRunId(): string {
  const alphabet = 'abcdefghjkmnpqrstvwxyz23456789'
  return [...randomBytes(6)].map((byte) => alphabet[byte % alphabet.length]).join('')
}

/** A journal that is still there belongs to a run that was killed. The new run has its own; the old one is named. */
function nameOldLeftovers(settings: Settings): void {
  const old = journals(settings.out).filter((file) => !readJournal(file).embedded)
  if (old.length > 0 && !settings.quiet)
    process.stderr.write(`${messages.leftoverJournals(old.length, settings.out)}\n`)
}

function guardProduction(settings: Settings & { target: string }): HostClass {
  const { hostname } = new URL(settings.target)
  const hostClass = classifyHost(hostname)
  if (hostClass === 'production' && settings.allowProduction !== hostname) {
    throw new UsageError(messages.productionRefused(hostname))
  }
  return hostClass
}

async function ask(settings: Settings & { target: string }, run: string) {
  const exchanges: Exchange[] = []
  const { client, close } = connect({
    settings,
    run,
    base: settings.target,
    concurrency: 4,
    prefix: 'd',
    onExchange: (exchange) => exchanges.push(exchange),
  })
  try {
    const { facts, obstacle } = await discover(client, settings.assume, runTag(run))
    if (!facts) throw new UsageError(explain(obstacle as Obstacle, settings.target))
    return { facts, exchanges }
  } finally {
    await close()
  }
}

function explain(obstacle: Obstacle, target: string): string {
  const { found, todo } = obstacleText(obstacle, target)
  return `${found}\n${todo}`
}
