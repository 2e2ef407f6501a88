import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LoadedProfile, servedVariants } from '#bin/load'
import { barOf, demandsOf } from '#bin/run/bench'
import { parametersOf } from '#bin/run/parameters'
import { sideBySide } from '#check'
import {
  createEndpoint,
  type Deviation,
  type Endpoint,
  type EndpointOptions,
  SYNC_PATH,
  trialSchema,
} from '#endpoint'
import {
  type Bar,
  type Bench,
  type Client,
  createBar,
  createClient,
  createFeed,
  createLimiter,
  createRedactor,
  discover,
  type Executed,
  executeCheck,
  executePlay,
  type Facts,
  type FeedDoor,
  hintsWith,
  type Item,
  judgeItems,
  judgeRules,
  type Load,
  learn,
  loadClock,
  modelsOf,
  openJournal,
  plan,
  type Redactor,
  skipped,
  type Transport,
  type Units,
  type Verdict,
} from '#harness'
import { createPeople, type Person, type PersonOptions, runTag } from '#people'
import { type Exchange, OTHER_TOKENS } from '#scim'

const BASE = 'https://127.0.0.1:9/scim/v2'
const TOKEN = 'in-memory-token'
const OTHERS = Object.fromEntries(OTHER_TOKENS.map((kind) => [kind, `in-memory-token-${kind}`]))
const RUN = 'mem2q7'
const ORIGIN = 'https://127.0.0.1:9'
const SYNC_BASE = `${ORIGIN}${SYNC_PATH}`
const SYNC = {
  fiksOrgId: '5c14a7e5-0000-4000-8000-00000000000a',
  maalSystem: 'i-minnet',
  token: 'in-memory-token-sync',
}

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
  /** Parameters of the profiles, where they are not the usual ones. */
  readonly parameters?: Readonly<Record<string, string>>
  /** How much load is put on the endpoint; none where nothing is said. */
  readonly load?: Load
  /** False for an endpoint that is not made like those that the profiles are about. */
  readonly served?: boolean
  /** Stands between the client and the endpoint. */
  readonly network?: (start: Start) => Handle
}

/** More than a page, a part or a lookup commonly holds, and over in a moment. */
export const SMALL_LOAD: Load = {
  members: 120,
  users: 120,
  atOnce: 6,
  rate: 200,
  seconds: 0.2,
  patience: 2000,
  minutes: 5,
}

/** Starts an endpoint as it was asked for, but for what is said here. */
export type Start = (more?: Pick<EndpointOptions, 'newId' | 'now'>) => Endpoint

/** What answers a request. */
export type Handle = Endpoint['handle']

const people = createPeople('1', RUN)
const known = new Map<number, Person>()

/** The same people in every run: made once. */
function person(n: number, options?: PersonOptions): Person {
  if (options) return people.person(n, options)
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
  parameters = {},
  load,
  served = true,
  network = (start) => start().handle,
}: MemoryOptions): Promise<MemoryRun> {
  const out = mkdtempSync(join(tmpdir(), 'scim-test-memory-'))
  const exchanges: Exchange[] = []
  const journal = openJournal(out, RUN, BASE)
  const redactor = createRedactor([TOKEN, SYNC.token, ...Object.values(OTHERS)], RUN)
  const extensions = [...profiles.flatMap(({ profile }) => profile.schemas ?? []), trialSchema]
  const clock = now ? { now } : {}
  const sync = profiles.some(({ profile }) => profile.syncApi) ? SYNC : undefined
  const variants = served ? await servedVariants(profiles) : []
  const start: Start = (more = {}) =>
    createEndpoint({
      base: BASE,
      token: TOKEN,
      otherTokens: OTHERS,
      me: 'integrasjon',
      ...(sync ? { sync } : {}),
      extensions,
      deviations: [...variants, ...deviations],
      ...types,
      ...clock,
      ...more,
    })
  let endpoint: Endpoint | undefined
  // The first is the one that is written to.
  const handle = network((more) => {
    const started = start(more)
    endpoint ??= started
    return started
  })
  const watch = stopwatch()
  const client = createClient({
    transport: memoryTransport(handle, watch),
    now: watch.now,
    base: BASE,
    credentials: { authorization: `Bearer ${TOKEN}` },
    tokens: OTHERS,
    journal,
    redactor,
    limiter: createLimiter(AT_ONCE),
    tag: runTag(RUN),
    onExchange: (exchange) => exchanges.push(exchange),
  })
  try {
    const { fiksOrgId, maalSystem } = SYNC
    const read = sync ? { sync: { base: SYNC_BASE, fiksOrgId, maalSystem } } : {}
    const asked = load ? { load } : {}
    const given = { tokens: OTHER_TOKENS, parameters: parametersOf(parameters, profiles), ...read, ...asked }
    const { facts } = await discover(client, given, runTag(RUN))
    if (!facts) throw new Error('discovery failed on the endpoint function')
    const shared = { facts, models: sharedModelsOf(facts), tag: runTag(RUN) }
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
      ...(sync ? { feed: memoryFeed(() => endpoint, client, redactor, settle, exchanges) } : {}),
      deadline: 30_000,
      ...(load ? { loadTime: loadClock(load) } : {}),
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

/** The verdicts of a run by another bar: the answers do not depend on it. */
export function judgedBy(
  bar: Bar,
  { facts, items, executed, exchanges }: MemoryRun,
  units: Units,
): Verdict[] {
  const done = new Map([...executed].map(([id, { record }]) => [id, record]))
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]))
  const context = { facts, bar }
  const rules = judgeRules(items, units, exchanges, context)
  return [...judgeItems({ items, done, exchanges: byId }, units, context), ...rules]
}

const modelsBySchema = new Map<string, Bench['models']>()

/** Most endpoints publish the same schemas, and to compile them takes longer than a run of a few checks. */
function sharedModelsOf(facts: Facts): Bench['models'] {
  const published = JSON.stringify([facts.resourceTypes, facts.schemas])
  const models = modelsBySchema.get(published) ?? modelsOf(facts)
  modelsBySchema.set(published, models)
  return models
}

/** Everything else is red or green as ever: the feed is one more door of the same endpoint. */
function memoryFeed(
  endpoint: () => Endpoint | undefined,
  client: Client,
  redactor: Redactor,
  settle: number,
  exchanges: Exchange[],
): FeedDoor {
  return createFeed({
    ...SYNC,
    base: SYNC_BASE,
    transport: async ({ method, url, headers }) => {
      const answer = endpoint()?.sync({ method, path: url.slice(ORIGIN.length), headers })
      if (!answer) throw new Error(`nothing answers at ${url}`)
      const body = new TextEncoder().encode(answer.body ?? '')
      return { status: answer.status, headers: Object.entries(answer.headers), body }
    },
    redactor,
    limiter: createLimiter(AT_ONCE),
    isOurs: (id) => client.guard.owns(encodeURIComponent(id)),
    tag: runTag(RUN),
    salt: RUN,
    settle,
    onExchange: (exchange) => exchanges.push(exchange),
  })
}

const AT_ONCE = 16

/** Several at a time, as in a real run: waiting for the disk or for a clock to move on costs nothing then. */
async function executeAll(
  items: readonly Item[],
  units: Units,
  bench: Bench,
): Promise<Map<string, Executed>> {
  const executed = new Map<string, Executed>()
  const todo = items.filter(({ skip, kind }) => !skip && kind !== 'rule')
  const queue = todo.filter(({ load }) => !load)
  const checks = new Map(units.checks.map((check) => [check.id, check]))
  const plays = new Map(units.plays.map((play) => [play.id, play]))
  const execute = async (item: Item) => {
    const check = checks.get(item.unit)
    const play = plays.get(item.unit)
    if (check) executed.set(item.id, await executeCheck(check, item, bench))
    else if (play) executed.set(item.id, await executePlay(play, item, bench))
  }
  await sideBySide(queue.length, (n) => execute(queue[n] as Item), AT_ONCE)
  for (const item of todo.filter(({ load }) => load)) await execute(item)
  return executed
}

/** Time passes as the endpoint says, and not as others let this thread work. Milliseconds. */
function stopwatch() {
  let elapsed = 0
  return {
    now: () => {
      elapsed += 0.01
      return elapsed
    },
    pass: (ms: number) => {
      elapsed += ms
    },
  }
}

function memoryTransport(handle: Handle, { pass }: ReturnType<typeof stopwatch>): Transport {
  return async ({ method, url, headers, body }) => {
    const answer = handle({
      method,
      path: url.slice(BASE.length),
      headers,
      ...(body === undefined ? {} : { body }),
    })
    pass(answer.after ?? 0)
    const pairs = Object.entries(answer.headers).map(([k, v]) => [k, String(v)] as const)
    return { status: answer.status, headers: pairs, body: new TextEncoder().encode(answer.body ?? '') }
  }
}
