/** Runs in the host's thread: opens what main prepared and executes the plan's items. */
import {
  type Contract,
  executeCheck,
  executePlay,
  type Facts,
  type HostedRun,
  type Item,
  loadClock,
  type Observed,
  openJournal,
  openRecord,
  type Part,
  type RecordWriter,
  type Units,
  type Verdict,
} from '#harness'
import { allureResult } from '#reports'
import type { Exchange } from '#scim'
import { type LoadedProfile, loadProfiles, unitsOf } from '../load.ts'
import { barOf, createBench } from './bench.ts'
import { connect } from './connect.ts'
import type { Settings } from './settings.ts'
import { hearStop } from './stop.ts'
import { openFeed } from './sync.ts'

/** Crosses a thread boundary: plain data only. */
export interface HostedSettings {
  readonly settings: Settings
  readonly run: string
  readonly facts: Facts
  readonly items: readonly Item[]
  readonly contracts: readonly Contract[]
  readonly recordFile: string
}

export async function openHostedRun(order: unknown): Promise<HostedRun> {
  const { settings } = order as HostedSettings
  const profiles = await loadProfiles(settings.profile)
  return openRun(order as HostedSettings, profiles, await unitsOf(profiles))
}

interface RunOptions {
  readonly part?: Part | undefined
  /** Items go one after the other. */
  readonly alone?: boolean
}

/** The same for a host in the thread that already has the units. */
export function openRun(
  order: HostedSettings,
  profiles: readonly LoadedProfile[],
  units: Units,
  { part, alone = false }: RunOptions = {},
): HostedRun {
  const { settings, run, facts, items, contracts, recordFile } = order
  const checks = new Map(units.checks.map((check) => [check.id, check]))
  const plays = new Map(units.plays.map((play) => [play.id, play]))
  const record = openRecord(recordFile, true)
  const journal = openJournal(settings.out, run, facts.base, { alone })
  const seen = settings.allure ? new Map<string, Exchange>() : undefined
  const stop = hearStop(run)
  const connection = connect({
    settings,
    run,
    base: facts.base,
    concurrency: settings.concurrency,
    journal,
    passing: alone,
    before: stop.before,
    ...(part ? { sent: part.sent } : {}),
    ...(part || seen
      ? {
          onExchange: (exchange: Exchange) => {
            part?.hear(exchange)
            record.write({ event: 'exchange', exchange })
            seen?.set(exchange.id, exchange)
          },
        }
      : {
          onAnswered: (observed: () => Observed) =>
            record.write(() => ({ event: 'exchange', ...observed() })),
        }),
  })
  const feed = openFeed(
    settings,
    run,
    connection,
    (exchange) => {
      record.write({ event: 'exchange', exchange })
      seen?.set(exchange.id, exchange)
    },
    stop.before,
  )
  const bar = barOf(profiles, settings.strict)
  const bench = {
    ...createBench(connection, { settings, run, facts, bar, contracts }),
    onStory: record.write,
    stopped: stop.heard,
    ...(facts.load ? { loadTime: loadClock(facts.load) } : {}),
    ...(feed ? { feed: feed.door } : {}),
    ...(part ? { part: recorded(part, record) } : {}),
  }
  const execute = (item: Item) => {
    const check = checks.get(item.unit)
    const play = plays.get(item.unit)
    if (item.kind === 'play' && play) return executePlay(play, item, bench)
    if (check) return executeCheck(check, item, bench)
    throw new Error(`there is no ${item.kind} ${item.unit}`)
  }
  return {
    items,
    // How long it takes to remove what load has made is for the target to say.
    patience: ({ load }) => (load ? 0 : bench.deadline * 5),
    run: async (item): Promise<Verdict> => {
      record.check()
      const { verdict, record: kept } = await execute(item)
      record.write({ event: 'item', item: kept })
      record.write({ event: 'verdict', verdict })
      return verdict
    },
    ...(seen ? { allureMessages: (verdict) => allureMessages(verdict, seen, facts.base) } : {}),
    close: async () => {
      stop.close()
      await connection.close()
      await feed?.close()
      journal.close()
      record.close()
    },
  }
}

/** The record of the last part has the exchanges of all. */
function recorded(part: Part, record: RecordWriter): Part {
  return {
    ...part,
    *earlier() {
      for (const kept of part.earlier()) {
        for (const exchange of kept.exchanges) record.write({ event: 'exchange', exchange })
        yield kept
      }
    },
  }
}

/** What allure-vitest's reporter reads from a test: labels, links, and the exchanges as attachments. */
function allureMessages(verdict: Verdict, seen: ReadonlyMap<string, Exchange>, base: string): unknown[] {
  const cited = verdict.exchanges.flatMap((id) => seen.get(id) ?? [])
  const { labels, links, description, attachments } = allureResult(verdict, cited, base)
  const files = attachments.map(({ content, ...file }) => ({
    type: 'attachment_content',
    data: { ...file, content: Buffer.from(content).toString('base64'), encoding: 'base64' },
  }))
  return [{ type: 'metadata', data: { labels, links, description } }, ...files]
}
