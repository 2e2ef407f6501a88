import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadDeviations, loadDialects, loadProfiles, readScenario } from '#bin/load'
import { barOf } from '#bin/run/bench'
import { createPlayFile, openPart, readPlayFile } from '#bin/run/play-file'
import { createEndpoint, type Endpoint, trialSchema } from '#endpoint'
import {
  type Bench,
  createClient,
  createLimiter,
  createRedactor,
  discover,
  type Executed,
  executePlay,
  type Facts,
  type Item,
  journalFile,
  modelsOf,
  openJournal,
  plan,
  readJournal,
  type Transport,
  TransportFailure,
  Unfinished,
  type WireRequest,
  type WireResponse,
} from '#harness'
import { findIdentityNumbers, runTag } from '#people'
import type { Exchange } from '#scim'
import { createPlay, type Play } from '#simulator'

/**
 * A play that is stopped and gone on with sends what it would have sent, and finds what it would have found. The parts have
 * nothing in common but the target, the file and the journal.
 */
const BASE = 'https://127.0.0.1:9/scim/v2'
const TOKEN = 'a-token-of-these-tests'
const RUN = 'prt2q7'
const profiles = await loadProfiles('fiks-current')
const deviations = await loadDeviations()
const dialects = await loadDialects()
const folder = mkdtempSync(join(tmpdir(), 'scim-test-parts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let folders = 0

interface Stage {
  readonly play: Play
  readonly item: Item
  readonly facts: Facts
  readonly endpoint: Endpoint
  readonly out: string
  readonly file: string
  /** All that was sent by the play itself, in all parts. */
  readonly sent: string[]
}

const newEndpoint = (defect?: string): Endpoint => {
  let ids = 0
  return createEndpoint({
    base: BASE,
    token: TOKEN,
    extensions: [...profiles.flatMap(({ profile }) => profile.schemas ?? []), trialSchema],
    deviations: deviations.filter(({ id }) => id === defect),
    newId: () => `id-${++ids}`,
  })
}

function clientOf(
  stage: Pick<Stage, 'endpoint' | 'out'>,
  options: Partial<Parameters<typeof createClient>[0]> = {},
) {
  const redactor = createRedactor([TOKEN], RUN)
  const journal = openJournal(stage.out, RUN, BASE)
  const client = createClient({
    transport: transportTo(stage.endpoint),
    base: BASE,
    credentials: { authorization: `Bearer ${TOKEN}` },
    journal,
    redactor,
    limiter: createLimiter(1),
    tag: runTag(RUN),
    ...options,
  })
  return { client, redactor, close: () => journal.close() }
}

function transportTo({ handle }: Endpoint): Transport {
  return async ({ method, url, headers, body }) => {
    const path = url.slice(BASE.length)
    const answer = handle({ method, path, headers, ...(body === undefined ? {} : { body }) })
    const pairs = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const)
    return { status: answer.status, headers: pairs, body: new TextEncoder().encode(answer.body ?? '') }
  }
}

async function stageFor(dialect: string, story: string, defect?: string): Promise<Stage> {
  const own = dialects.find(({ id }) => id === dialect) ?? expect.unreachable(dialect)
  const play = createPlay(readScenario(story), own)
  const out = join(folder, String(++folders))
  const endpoint = newEndpoint(defect)
  const { client, close } = clientOf({ endpoint, out })
  const { facts } = await discover(client, {}, runTag(RUN))
  close()
  if (!facts) throw new Error('discovery failed on the endpoint function')
  const demands = { profile: 'rfc', features: [], resources: [] }
  const [item] = plan({ checks: [], rules: [], plays: [play] }, facts, demands)
  if (!item) throw new Error('the play is not planned')
  return { play, item, facts, endpoint, out, file: join(out, 'play.state'), sent: [] }
}

interface Going {
  readonly until?: number
  readonly signal?: AbortSignal
  /** In place of the way to the target. */
  readonly transport?: Transport
  /** In memory of nothing: the play in one go. */
  readonly whole?: boolean
  readonly onExchange?: (exchange: Exchange) => void
}

/** One part, with a client, a guard and a redactor of its own. */
async function goOn(stage: Stage, going: Going = {}): Promise<Executed> {
  const { play, item, facts, out, file, sent } = stage
  const { until, signal = new AbortController().signal, whole } = going
  const head = { program: '0', run: RUN, target: BASE, profile: 'rfc', seed: '1' }
  const begun = { ...head, dialect: '', scenario: '', play: play.id }
  const part = whole
    ? undefined
    : openPart(existsSync(file) ? readPlayFile(file) : createPlayFile(file, begun), {
        journal: journalFile(out, RUN),
        signal,
        ...(until === undefined ? {} : { until }),
      })
  const { client, redactor, close } = clientOf(stage, {
    ...(part ? { sent: part.sent } : {}),
    ...(going.transport ? { transport: going.transport } : {}),
    onExchange: (exchange) => {
      going.onExchange?.(exchange)
      part?.hear(exchange)
      const { request, by, failure } = exchange
      const body = 'body' in request ? JSON.stringify(request.body) : ''
      if (by === item.id && !failure) sent.push(`${request.method} ${request.path} ${body}`)
    },
  })
  const bench: Bench = {
    client,
    redactor,
    facts,
    bar: barOf(profiles, false),
    models: modelsOf(facts),
    tag: runTag(RUN),
    seed: '1',
    person: () => expect.unreachable('a play makes its own people'),
    hints: {},
    shared: new Map(),
    sharedIds: new Map(),
    settle: 0,
    deadline: 30_000,
    ...(part ? { part } : {}),
  }
  try {
    return await executePlay(play, item, bench)
  } finally {
    part?.close()
    close()
  }
}

/** What was found, without the ids of exchanges: a look at whose a thing is comes between them after a stop. */
function foundBy({ verdict, record }: Executed) {
  const { exchanges, findings, ...others } = verdict
  const play = 'play' in record ? record.play : expect.unreachable(JSON.stringify(record))
  const divergences = play.result.divergences.map(({ exchange, ...divergence }) => divergence)
  const notes = play.steps.map(({ note }) => note)
  return {
    verdict: others,
    findings: findings.map(({ exchange, ...finding }) => finding),
    result: { ...play.result, divergences },
    notes,
    exchanges: exchanges.length,
  }
}

const stopped = async (going: Promise<unknown>): Promise<unknown> => {
  const error = await going.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof Unfinished ? error.pause : (error ?? 'not stopped')
}

const syncsOf = (story: string) =>
  [...readScenario(story).timeline].filter(({ kind }) => kind === 'sync').length

interface Case {
  readonly dialect: string
  readonly story: string
  readonly defect?: string
}

const CASES: readonly Case[] = [
  { dialect: 'entra', story: 'faults/quarantine', defect: 'external-id-lost' },
  { dialect: 'entra', story: 'leavers/too-many-at-once' },
  { dialect: 'entra', story: 'movers/restart' },
  { dialect: 'entra-flag', story: 'faults/outage-in-mid-cycle' },
  { dialect: 'google', story: 'faults/answer-to-a-create-lost' },
  { dialect: 'eadm', story: 'eadm/preview-before-the-first-write' },
  { dialect: 'eadm', story: 'eadm/false-leaver', defect: 'external-id-lost' },
  { dialect: 'okta', story: 'okta/group-members-change' },
  { dialect: 'okta', story: 'okta/password' },
  { dialect: 'sailpoint', story: 'leavers/disabled', defect: 'deactivation-not-stored' },
  { dialect: 'keycloak', story: 'faults/throttled-until-the-next-cycle' },
]

describe.each(CASES)('$dialect: $story', ({ dialect, story, defect }) => {
  const whole = stageFor(dialect, story, defect).then(async (stage) => ({
    sent: stage.sent,
    found: foundBy(await goOn(stage, { whole: true })),
  }))
  const syncs = syncsOf(story)

  it('finds what there is to be found', async () => {
    const { found } = await whole
    expect(found.findings.length > 0).toBe(defect !== undefined)
    expect(syncs).toBeGreaterThan(1)
  })

  it('is the same after a stop at every synchronisation', async () => {
    const stage = await stageFor(dialect, story, defect)
    const expected = await whole
    for (let until = 1; until <= syncs; until++) {
      expect(await stopped(goOn(stage, { until }))).toEqual({ kind: 'until', synced: until })
      expect(stage.sent).toEqual(expected.sent.slice(0, stage.sent.length))
    }
    const found = foundBy(await goOn(stage))
    expect(stage.sent).toEqual(expected.sent)
    expect(found).toEqual(expected.found)
    expect(readJournal(journalFile(stage.out, RUN)).paths).toEqual([])
  })

  it('is the same after one stop in the middle', async () => {
    const stage = await stageFor(dialect, story, defect)
    const expected = await whole
    await stopped(goOn(stage, { until: Math.ceil(syncs / 2) }))
    const found = foundBy(await goOn(stage))
    expect(stage.sent).toEqual(expected.sent)
    expect(found).toEqual(expected.found)
  })
})

/** A story with creates, updates, memberships and deletions, soon told. */
const SHORT = ['entra', 'groups/removed-with-its-members'] as const

/** A way to the target that knows how many have gone it. */
function counted(act: (n: number, request: WireRequest) => Promise<WireResponse>): Transport {
  let n = 0
  return (request) => act(++n, request)
}

describe('a stop in mid-cycle', () => {
  const whole = stageFor(...SHORT).then(async (stage) => {
    const found = foundBy(await goOn(stage, { whole: true }))
    const { length: requests } = found.notes
    const writes = stage.sent.flatMap((line, n) => (line.startsWith('GET') || n >= requests ? [] : [n + 1]))
    return { found, requests, writes, sent: stage.sent }
  })

  it('by Ctrl-C loses nothing', async () => {
    const { requests, found, sent } = await whole
    for (const at of [1, Math.ceil(requests / 2), requests - 1]) {
      const stage = await stageFor(...SHORT)
      const { signal, abort } = controlled()
      let n = 0
      const onExchange = () => {
        if (++n === at) abort()
      }
      const why = await stopped(goOn(stage, { signal, onExchange }))
      expect(why).toEqual({ kind: 'interrupted' })
      expect(foundBy(await goOn(stage))).toEqual(found)
      expect(stage.sent).toEqual(sent)
    }
  })

  /** The target carries the request out, and nobody hears of it. */
  it('with a request on its way makes nothing twice', async () => {
    const { writes, found } = await whole
    for (const at of writes) {
      const stage = await stageFor(...SHORT)
      const { signal, abort } = controlled()
      const send = transportTo(stage.endpoint)
      const transport = counted(async (n, request) => {
        const answer = await send(request)
        if (n !== at) return answer
        abort()
        throw new TransportFailure('reset', 'killed')
      })
      expect(await stopped(goOn(stage, { signal, transport }))).toEqual({ kind: 'interrupted' })
      const { verdict, findings } = foundBy(await goOn(stage))
      expect({ at, verdict, findings }).toEqual({ at, verdict: found.verdict, findings: [] })
      expect(stage.endpoint.state()).toEqual([])
    }
  })

  /** Journalled and answered, but the file did not get it: a power cut, or a line cut off. */
  it('with an answer that was not kept makes nothing twice', async () => {
    const { writes, found } = await whole
    for (const at of writes) {
      const stage = await stageFor(...SHORT)
      const send = transportTo(stage.endpoint)
      const transport = counted(async (n, request) => {
        const answer = await send(request)
        if (n === at) appendFileSync(stage.file, '{"made":["/Us')
        return answer
      })
      expect(await stopped(goOn(stage, { transport }))).toMatchObject({ kind: 'not kept' })
      const { verdict, findings } = foundBy(await goOn(stage))
      expect({ at, verdict, findings }).toEqual({ at, verdict: found.verdict, findings: [] })
      expect(stage.endpoint.state()).toEqual([])
    }
  })
})

function controlled() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

describe('the file of a play', () => {
  it('has no identity number and no token in it, and the play goes on with the real ones', async () => {
    const stage = await stageFor('eadm', 'municipality/new-number-and-names')
    const wire: string[] = []
    const send = transportTo(stage.endpoint)
    const transport: Transport = (request) => {
      wire.push(request.body ?? '')
      return send(request)
    }
    await stopped(goOn(stage, { until: 1, transport }))
    const text = readFileSync(stage.file, 'utf8')
    expect(text).toContain('[identity-number-')
    expect(findIdentityNumbers(text)).toEqual([])
    expect(text).not.toContain(TOKEN)
    const { verdict } = await goOn(stage, { transport })
    expect(verdict).toMatchObject({ outcome: 'pass', findings: [] })
    expect(findIdentityNumbers(wire.join('\n')).length).toBeGreaterThan(0)
    expect(wire.join('\n')).not.toContain('[identity-number-')
  })

  it('cannot make somebody else’s account the play’s own', async () => {
    const stage = await stageFor('entra', 'leavers/disabled')
    await stopped(goOn(stage, { until: 1 }))
    const body = JSON.stringify({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'stranger',
    })
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json' }
    const answer = stage.endpoint.handle({ method: 'POST', path: '/Users', headers, body })
    const { id } = JSON.parse(answer.body ?? '') as { id: string }
    const path = `/Users/${id}`
    const before = stage.endpoint.handle({ method: 'GET', path, headers }).body
    const own = readJournal(journalFile(stage.out, RUN)).paths.findLast((one) => one.startsWith('/Users'))
    const taken = own?.slice('/Users/'.length) ?? expect.unreachable('nobody was made')
    const text = readFileSync(stage.file, 'utf8')
    writeFileSync(stage.file, text.replaceAll(`${taken}"`, `${id}"`).replaceAll(`${taken}?`, `${id}?`))
    const { verdict } = await goOn(stage)
    expect(verdict).toMatchObject({ outcome: 'error', reason: expect.stringContaining('did not make') })
    expect(stage.endpoint.handle({ method: 'GET', path, headers }).body).toBe(before)
  })

  it('does not fit another story', async () => {
    const stage = await stageFor('entra', 'leavers/disabled')
    await stopped(goOn(stage, { until: 1 }))
    const before = stage.sent.length
    const { play } = await stageFor('entra', 'movers/marriage')
    const why = await stopped(goOn({ ...stage, play }))
    expect(why).toMatchObject({ kind: 'departs', step: expect.any(Number) })
    expect(stage.sent.length).toBe(before)
  })

  it('is one program’s at a time', async () => {
    const stage = await stageFor('entra', 'leavers/disabled')
    await stopped(goOn(stage, { until: 1 }))
    const other = openPart(readPlayFile(stage.file), {
      journal: journalFile(stage.out, RUN),
      signal: new AbortController().signal,
    })
    await stopped(goOn(stage, { until: 2 }))
    expect(() => other.keep([])).toThrow(Unfinished)
    other.close()
  })
})
