import { randomBytes } from 'node:crypto'
import {
  discover,
  type Facts,
  fittingNothing,
  type HostClass,
  type Item,
  journals,
  type Obstacle,
  obstacleText,
  plan,
  readJournal,
  sharded,
  type Units,
} from '#harness'
import { runTag } from '#people'
import { type Exchange, OTHER_TOKENS } from '#scim'
import { asWritten } from '../as-written.ts'
import { signIn } from '../auth/sign-in.ts'
import { type LoadedProfile, loadProfiles, unitsOf } from '../load.ts'
import { running } from '../messages/running.ts'
import { spoken } from '../messages/spoken.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { demandsOf } from './bench.ts'
import { connect } from './connect.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { parametersOf } from './parameters.ts'
import { refuseProduction } from './production-guard.ts'
import type { Settings } from './settings.ts'
import { factsOfSync } from './sync.ts'

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

/**
 * @param run a run to go on with
 * @throws UsageError for everything that the user can put right
 */
export async function prepare(
  settings: Settings,
  choose: ChooseUnits = unitsOf,
  run = newRunId(),
): Promise<Prepared> {
  const profiles = await loadProfiles(settings.profile)
  const parameters = parametersOf(settings.parameters ?? {}, profiles)
  const units = await choose(profiles)
  checkOnly(settings.only, units)
  nameOldLeftovers(settings, run)
  const embedded =
    settings.target === undefined ? await startEmbedded(settings.deviations, profiles) : undefined
  const given = embedded ? onThisMachine(settings) : settings
  const aim = {
    ...given,
    target: embedded?.url ?? settings.target ?? '',
    ...(embedded
      ? {
          auth: { type: 'bearer', token: embedded.token } as const,
          tokens: embedded.tokens,
          ...(embedded.sync ? { sync: { ...embedded.sync, settle: settings.settle } } : {}),
        }
      : {}),
  }
  const hostClass = guardProduction(aim)
  try {
    const sync = factsOfSync(aim)
    const { load } = settings
    const assume = { ...assumed(given), parameters, ...(sync ? { sync } : {}), ...(load ? { load } : {}) }
    const aimed = { ...aim, assume, auth: await signIn(aim) }
    const { facts, exchanges } = await ask(aimed, run)
    const planned = plan(units, facts, demandsOf(profiles[0] as LoadedProfile), settings.only)
    if (planned.length === 0)
      throw new UsageError(running().nothingSelected(settings.only.map((one) => asWritten(one))))
    const items = sharded(planned, settings.shard)
    return { settings: aimed, run, hostClass, embedded, profiles, units, facts, items, exchanges }
  } catch (error) {
    await embedded?.close()
    throw error
  }
}

/** A selection of which a part was misspelt would test less than was meant, and say that all is well. */
function checkOnly(only: readonly string[], units: Units): void {
  const [first, ...more] = fittingNothing(only, units)
  if (first === undefined) return
  const ids = [...units.checks, ...units.plays, ...units.rules].map(({ id }) => id)
  const names = [first, ...more].map((one) => asWritten(one)).join(', ')
  throw new UsageError(running().fitsNothing(names, didYouMean(first, ids)))
}

/** Six base32 characters: short enough for names, and no identity number can be read out of them. */
export function newRunId(): string {
  const alphabet = 'abcdefghjkmnpqrstvwxyz23456789'
  return [...randomBytes(6)].map((byte) => alphabet[byte % alphabet.length]).join('')
}

/** A journal that is still there belongs to a run that was killed. The new run has its own; the old one is named. */
function nameOldLeftovers(settings: Settings, own: string): void {
  const left = journals(settings.out).map(readJournal)
  const old = left.filter(({ run, embedded }) => run !== own && !embedded)
  if (old.length > 0 && !settings.quiet)
    process.stderr.write(`${running().leftoverJournals(old.length, settings.out)}\n`)
}

/** @throws UsageError for a production host that was not named explicitly */
export function guardProduction(settings: Settings & { target: string }): HostClass {
  return refuseProduction(settings.target, settings.allowProduction)
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
    const tokens = OTHER_TOKENS.filter((kind) => settings.tokens?.[kind] !== undefined)
    const { facts, obstacle } = await discover(client, { ...settings.assume, tokens }, runTag(run))
    if (!facts) throw new UsageError(explain(obstacle as Obstacle, settings.target))
    return { facts, exchanges }
  } finally {
    await close()
  }
}

/** What leads to a target elsewhere is not for the embedded one. */
function onThisMachine({ proxy: _, tls: __, ...rest }: Settings): Settings {
  return rest
}

/** Without credentials in a header there is nothing that a request could leave out. */
function assumed({ assume, auth, tls }: Settings): Settings['assume'] {
  return tls && auth.type === 'none' ? { ...assume, certificateOnly: true } : assume
}

function explain(obstacle: Obstacle, target: string): string {
  const { found, todo } = obstacleText(obstacle, target, spoken())
  return `${found}\n${todo}`
}
