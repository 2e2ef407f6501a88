import {
  type LoadedProfile,
  loadDialects,
  loadProfiles,
  readScenario,
  scenarioNames,
  servedVariants,
} from '#bin/load'
import type { FaultPlan } from '#bin/serve/faults'
import { createRecorder } from '#bin/serve/recorder'
import type { Trace } from '#check'
import { createEndpoint, type EndpointRequest, toRequest, toScimResponse, trialSchema } from '#endpoint'
import { createClient, createLimiter, createRedactor, discover, type Facts } from '#harness'
import { runTag } from '#people'
import type { Exchange, ScimRequest, ScimResponse } from '#scim'
import { createPlay, type Dialect, isFor, type Scenario } from '#simulator'

const BASE = 'https://127.0.0.1:9/scim/v2'
const TOKEN = 'in-memory-token'
const RUN = 'mem2q7'
/** Milliseconds that a request takes, and between two synchronisations of an identity provider. */
const EACH = 50
const CYCLE = 40 * 60_000

export const profiles: readonly LoadedProfile[] = await loadProfiles('fiks-current')
export const dialects = await loadDialects()
export const scenarios = scenarioNames().map((name) => ({ name, scenario: readScenario(name) }))
const deviations = await servedVariants(profiles)

function newEndpoint() {
  return createEndpoint({
    base: BASE,
    token: TOKEN,
    extensions: [...profiles.flatMap(({ profile }) => profile.schemas ?? []), trialSchema],
    deviations,
  })
}

/** A client of the endpoint in memory, whose clock is the test's; what it sends is recorded as `serve --record` does. */
export function newSession(faults: readonly FaultPlan[] = []) {
  const trace: Exchange[] = []
  let clock = 0
  const endpoint = newEndpoint()
  const recorder = createRecorder({
    handle: endpoint.handle,
    redactor: createRedactor([TOKEN], RUN),
    faults,
    now: () => clock,
    onExchange: (exchange) => trace.push(exchange),
  })
  const raw = (request: EndpointRequest): ScimResponse => {
    const answer = recorder.answer(request)
    clock += EACH
    return answer ? toScimResponse(answer) : { status: 0, headers: {} }
  }
  return {
    trace: trace as Trace,
    raw,
    send: (request: ScimRequest): ScimResponse => raw(toRequest(request, TOKEN)),
    /** What others do to the endpoint: nobody sees it. */
    aside: endpoint.answer,
    /** Lets time pass. */
    wait: (ms: number) => {
      clock += ms
    },
  }
}

/** A story in a dialect, from beginning to end. */
export function playInto(
  { send, aside, wait, trace }: ReturnType<typeof newSession>,
  scenario: Scenario,
  dialect: Dialect,
): Trace {
  const play = createPlay(scenario, dialect).start({ tag: runTag(RUN), seed: '1' })
  let synced = 0
  for (let step = play.next(); !step.done; ) {
    const { request, pause = 0 } = step.value
    wait(pause + (step.value.synced - synced) * CYCLE)
    synced = step.value.synced
    const { doing } = step.value.note as { doing?: string }
    step = play.next(doing === 'by hand' || doing === 'read back' ? aside(request) : send(request))
  }
  return trace
}

/** The stories that a dialect can play. */
export const storiesFor = (dialect: Dialect) => scenarios.filter(({ scenario }) => isFor(scenario, dialect))

export async function endpointFacts(): Promise<Facts> {
  const endpoint = newEndpoint()
  const client = createClient({
    transport: async ({ method, url, headers, body }) => {
      const sent = { method, path: url.slice(BASE.length), headers, ...(body === undefined ? {} : { body }) }
      const answer = endpoint.handle(sent)
      return {
        status: answer.status,
        headers: Object.entries(answer.headers),
        body: new TextEncoder().encode(answer.body ?? ''),
      }
    },
    base: BASE,
    credentials: { authorization: `Bearer ${TOKEN}` },
    redactor: createRedactor([TOKEN], RUN),
    limiter: createLimiter(1),
    tag: runTag(RUN),
  })
  const { facts } = await discover(client, {}, runTag(RUN))
  if (!facts) throw new Error('the endpoint function cannot be discovered')
  return facts
}
