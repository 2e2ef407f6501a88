import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Endpoint, EndpointRequest } from '#endpoint'
import {
  type ClientRule,
  createClient,
  createLimiter,
  createRedactor,
  discover,
  type Facts,
  judgeClientRule,
  judgeSession,
  openRecord,
  RECORD_VERSION,
  type RunInfo,
  type RunRecord,
  readRecord,
  type Stray,
  sessionItems,
  type Transport,
  type Verdict,
} from '#harness'
import { runTag } from '#people'
import type { Exchange } from '#scim'
import { clientRulesOf, type LoadedProfile } from '../load.ts'
import { abridged } from '../run/abridged.ts'
import { barOf, profileInfo } from '../run/bench.ts'
import { newRunId } from '../run/prepare.ts'
import { version } from '../version.ts'
import type { FaultPlan } from './faults.ts'
import { createRecorder, type Recorder } from './recorder.ts'

export interface SessionOptions {
  readonly out: string
  readonly profiles: readonly LoadedProfile[]
  readonly strict: boolean
  readonly faults: readonly FaultPlan[]
  /** Of the profiles, as a run has them. */
  readonly parameters: Readonly<Record<string, string>>
  /** What must not be kept, whoever sends it. */
  readonly secrets: readonly string[]
  /** How it was started, without secrets. */
  readonly command: readonly string[]
  /** Hears of each request. */
  readonly onRequest: () => void
  /** Called when a rule wants the session to end. */
  readonly onStop: () => void
}

/** A session that is being recorded. */
export interface Session {
  readonly line: Recorder['line']
  /** Keeps that a request missed the endpoint. */
  missed(request: Pick<EndpointRequest, 'method' | 'path'>): void
  /** Judges what was recorded. Nothing is taken after that. */
  end(): SessionEnd
}

export interface SessionEnd {
  readonly record: RunRecord
  readonly trace: readonly Exchange[]
  readonly verdicts: readonly Verdict[]
}

interface Served {
  readonly url: string
  /** The endpoint, with whatever looks at credentials before it: what the client talks to. */
  readonly front: Endpoint['handle']
  /** The endpoint itself, and the token that it wants. */
  readonly handle: Endpoint['handle']
  readonly token: string | undefined
}

/** So many different ones are kept of what missed the endpoint. */
const STRAYS = 20
const LONGEST_PATH = 200

export async function openSession(served: Served, options: SessionOptions): Promise<Session> {
  const { out, profiles, strict } = options
  const run = newRunId()
  const rules = await clientRulesOf(profiles)
  const facts = { ...(await factsOf(served, run)), parameters: options.parameters }
  const redactor = createRedactor(options.secrets, run)
  const context = { facts, bar: barOf(profiles, strict) }
  mkdirSync(out, { recursive: true })
  const file = join(out, 'run.ndjson')
  const record = openRecord(file)
  record.write({ event: 'run', version: RECORD_VERSION, info: infoOf(served, run, options) })
  record.write({ event: 'facts', facts })
  record.write({ event: 'plan', items: sessionItems(rules) })
  const began = performance.now()
  const trace: Exchange[] = []
  let ended = false
  const stopping = rules.filter(({ stops }) => stops)
  const { line } = createRecorder({
    handle: served.front,
    redactor,
    faults: options.faults,
    now: () => performance.now() - began,
    onExchange: (exchange) => {
      if (ended) return
      trace.push(exchange)
      record.write({ event: 'exchange', exchange })
      options.onRequest()
      if (stopping.some((rule) => breaks(rule, exchange))) options.onStop()
    },
  })
  const breaks = (rule: ClientRule, exchange: Exchange) =>
    judgeClientRule(rule, [exchange], context).outcome === 'fail'
  const strays = new Map<string, Stray>()
  return {
    line,
    missed: ({ method, path }) => {
      if (ended) return
      options.onRequest()
      const place = redactor.text(path.split('?')[0] ?? '').slice(0, LONGEST_PATH)
      const times = (strays.get(`${method} ${place}`)?.times ?? 0) + 1
      if (times > 1 || strays.size < STRAYS) strays.set(`${method} ${place}`, { method, path: place, times })
    },
    end: () => {
      ended = true
      const verdicts = judgeSession(rules, trace, context)
      for (const verdict of verdicts) record.write({ event: 'verdict', verdict })
      const ms = Math.round(performance.now() - began)
      const finished = new Date().toISOString()
      const beside = strays.size > 0 ? { beside: [...strays.values()] } : {}
      const ending = { finished, ms, requests: trace.length, interrupted: false, left: [], ...beside }
      record.write({ event: 'end', ending })
      record.close()
      return { record: shownOf(file, verdicts), trace, verdicts }
    },
  }
}

function shownOf(file: string, verdicts: readonly Verdict[]): RunRecord {
  return abridged(file, readRecord(file, { keep: () => false }), verdicts)
}

/** What the endpoint is, found out as of any target, before the client comes. */
async function factsOf({ url, handle, token }: Served, run: string): Promise<Facts> {
  const transport: Transport = async ({ method, url: address, headers, body }) => {
    const path = address.slice(url.length)
    const answer = handle({ method, path, headers, ...(body === undefined ? {} : { body }) })
    return {
      status: answer.status,
      headers: Object.entries(answer.headers),
      body: new TextEncoder().encode(answer.body ?? ''),
    }
  }
  const client = createClient({
    transport,
    base: url,
    credentials: token === undefined ? {} : { authorization: `Bearer ${token}` },
    redactor: createRedactor(token === undefined ? [] : [token], run),
    limiter: createLimiter(1),
    tag: runTag(run),
  })
  const { facts, obstacle } = await discover(client, {}, runTag(run))
  if (!facts) throw new Error(`the reference endpoint cannot be discovered: ${JSON.stringify(obstacle)}`)
  return facts
}

function infoOf({ url }: Served, run: string, { profiles, strict, command }: SessionOptions): RunInfo {
  return {
    tool: { name: 'scim-test', version: version() },
    node: process.version,
    run,
    seed: '-',
    started: new Date().toISOString(),
    target: { base: url, embedded: true, hostClass: 'loopback' },
    profile: profileInfo(profiles),
    subject: 'client',
    strict,
    only: [],
    concurrency: 1,
    command,
  }
}
