import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoadedProfile } from '#bin/load'
import { barOf, demandsOf } from '#bin/run/bench'
import { createEndpoint, type Deviation, type Endpoint, type EndpointOptions, trialSchema } from '#endpoint'
import {
  type Bench,
  createBar,
  createClient,
  createLimiter,
  createRedactor,
  discover,
  type Executed,
  executeCheck,
  executePlay,
  type Facts,
  hintsWith,
  type Item,
  judgeRules,
  learn,
  modelsOf,
  openJournal,
  plan,
  skipped,
  type Transport,
  type Units,
  type Verdict,
} from '#harness'
import { createPeople, type Person, runTag } from '#people'
import type { Exchange } from '#scim'

const BASE = 'https://127.0.0.1:9/scim/v2'
const TOKEN = 'in-memory-token'
const RUN = 'mem2q7'

export interface MemoryRun {
  readonly facts: Facts
  readonly items: readonly Item[]
  readonly verdicts: readonly Verdict[]
  readonly executed: ReadonlyMap<string, Executed>
  readonly exchanges: readonly Exchange[]
  readonly bench: Bench
}

export interface MemoryOptions {
  readonly units: Units
  readonly profiles: readonly LoadedProfile[]
  readonly deviations?: readonly Deviation[]
  readonly only?: readonly string[]
  readonly strict?: boolean
  /** Resource types that the endpoint has besides User and Group, with their schemas. */
  readonly types?: Pick<EndpointOptions, 'resourceTypes' | 'schemas'>
  /** The clock of the endpoint; left out, it stands still but for a millisecond at each change. */
  readonly now?: () => Date
  /** Milliseconds within which the target promises to show its own writes everywhere. */
  readonly settle?: number
  /** Stands between the client and the endpoint. */
  readonly network?: (start: Start) => Handle
}

/** Starts an endpoint as it was asked for, but for what is said here. */
export type Start = (more?: Pick<EndpointOptions, 'newId' | 'now'>) => Endpoint

/** What answers a request. */
export type Handle = Endpoint['handle']

const people = createPeople('1', RUN)
const known = new Map<number, Person>()

/** The same people in every run: made once. */
function person(n: number): Person {
  const one = known.get(n) ?? people.person(n)
  known.set(n, one)
  return one
}

/** The whole run against the endpoint function: same client, guard, journal and judges, no socket. */
export async function runInMemory({
  units,
  profiles,
  deviations = [],
  only = [],
  strict = false,
  types = {},
  now,
  settle = 0,
  network = (start) => start().handle,
}: MemoryOptions): Promise<MemoryRun> {
  const out = mkdtempSync(join(tmpdir(), 'scim-test-memory-'))
  const exchanges: Exchange[] = []
  const journal = openJournal(out, RUN, BASE)
  const redactor = createRedactor([TOKEN], RUN)
  const extensions = [...profiles.flatMap(({ profile }) => profile.schemas ?? []), trialSchema]
  const clock = now ? { now } : {}
  const start: Start = (more = {}) =>
    createEndpoint({
      base: BASE,
      token: TOKEN,
      me: 'integrasjon',
      extensions,
      deviations,
      ...types,
      ...clock,
      ...more,
    })
  const client = createClient({
    transport: memoryTransport(network(start)),
    base: BASE,
    credentials: { authorization: `Bearer ${TOKEN}` },
    journal,
    redactor,
    limiter: createLimiter(AT_ONCE),
    tag: runTag(RUN),
    onExchange: (exchange) => exchanges.push(exchange),
  })
  try {
    const { facts } = await discover(client, {}, runTag(RUN))
    if (!facts) throw new Error('discovery failed on the endpoint function')
    const shared = { facts, models: modelsOf(facts), tag: runTag(RUN) }
    const bench: Bench = {
      ...shared,
      client,
      redactor,
      bar:
        profiles.length > 0
          ? barOf(profiles, strict)
          : createBar({ id: 'rfc', requirements: [], changes: [] }, strict),
      seed: '1',
      person,
      hints: hintsWith({}, await learn({ ...shared, client, person, hints: {} })),
      shared: new Map(),
      sharedIds: new Map(),
      settle,
      deadline: 30_000,
    }
    const items = plan(units, facts, demandsOf(profiles[0] as LoadedProfile), only)
    const executed = await executeAll(items, units, bench)
    const rules = judgeRules(items, units, exchanges, bench)
    const verdicts = [
      ...items.filter((item) => item.skip).map(skipped),
      ...[...executed.values()].map(({ verdict }) => verdict),
      ...rules,
    ]
    return { facts, items, verdicts, executed, exchanges, bench }
  } finally {
    journal.close()
    rmSync(out, { recursive: true, force: true })
  }
}

const AT_ONCE = 16

/** Several at a time, as in a real run: waiting for the disk or for a clock to move on costs nothing then. */
async function executeAll(
  items: readonly Item[],
  units: Units,
  bench: Bench,
): Promise<Map<string, Executed>> {
  const executed = new Map<string, Executed>()
  const queue = items.filter(({ skip, kind }) => !skip && kind !== 'rule')
  const checks = new Map(units.checks.map((check) => [check.id, check]))
  const plays = new Map(units.plays.map((play) => [play.id, play]))
  const work = async () => {
    for (let item = queue.shift(); item; item = queue.shift()) {
      const check = checks.get(item.unit)
      const play = plays.get(item.unit)
      if (check) executed.set(item.id, await executeCheck(check, item, bench))
      else if (play) executed.set(item.id, await executePlay(play, item, bench))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return executed
}

function memoryTransport(handle: Handle): Transport {
  return async ({ method, url, headers, body }) => {
    const answer = handle({
      method,
      path: url.slice(BASE.length),
      headers,
      ...(body === undefined ? {} : { body }),
    })
    const pairs = Object.entries(answer.headers).map(([k, v]) => [k, String(v)] as const)
    return { status: answer.status, headers: pairs, body: new TextEncoder().encode(answer.body ?? '') }
  }
}
