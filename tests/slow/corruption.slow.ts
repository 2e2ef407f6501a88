import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { loadDeviations, loadDialects, readScenario } from '#bin/load'
import { createEndpoint, type Deviation, type Endpoint } from '#endpoint'
import { type Json, member, URN } from '#scim'
import { createPlay, type Dialect, type Divergence } from '#simulator'

const TAG = 'st-k3v9x2'
const TOKEN = 'corruption-test-token'

interface Outcome {
  /** Indices of the requests after which something was stored other than on the honest endpoint, and stayed so for the moment. */
  readonly causes: ReadonlySet<number>
  /** Whether it still is in the end. */
  readonly corrupted: boolean
  readonly divergences: readonly Divergence[]
}

function endpointWith(deviations: readonly Deviation[]): Endpoint {
  let id = 0
  let time = Date.UTC(2026, 0, 1)
  return createEndpoint({
    base: 'https://target.example/scim/v2',
    token: TOKEN,
    now: () => {
      time += 1_000
      return new Date(time)
    },
    newId: () => `00000000-0000-4000-8000-${String(++id).padStart(12, '0')}`,
    deviations,
  })
}

/** What is stored, whatever the order of members of an object, without ids: who made more than asked for counts them otherwise. */
function stored(endpoint: Endpoint): string {
  const ids = new Map(
    endpoint.state().map(({ id, body }, n) => [id, String(body.userName ?? body.displayName ?? n)]),
  )
  const text = endpoint.state().map(({ type, body }) => {
    const given = Object.entries(body).filter(([name]) => CLIENTS.has(name))
    const members = Array.isArray(body.members)
      ? body.members.map((each) => member(each, 'value') ?? null)
      : []
    return sortedText([
      type,
      { ...Object.fromEntries(given), members: [...new Set(members.map(String))].sort() },
    ])
  })
  return text
    .sort()
    .join('\n')
    .replace(/00000000-0000-4000-8000-\d{12}/g, (id) => ids.get(id) ?? 'nobody')
}

function sortedText(value: Json): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** Plays against a defect, with an honest endpoint beside it that gets the same requests. */
function playBeside(defect: Deviation, dialect: Dialect): Outcome {
  const [broken, honest] = [endpointWith([defect]), endpointWith([])]
  const play = createPlay(readScenario('joiner-to-leaver'), dialect)
  const game = play.start({ tag: TAG, seed: 'corruption' })
  const causes = new Set<number>()
  let corrupted = false
  let next = game.next()
  for (let step = 0; !next.done; step++) {
    const { request } = next.value
    honest.answer(structuredClone(request))
    const answer = broken.answer(structuredClone(request))
    if (request.method !== 'GET') {
      const differs = stored(broken) !== stored(honest)
      if (differs) causes.add(step)
      corrupted = differs
    }
    next = game.next(answer)
  }
  return { causes, corrupted, divergences: next.value.divergences }
}

/** What clients gave, without what a defect may keep beside it for its own use. */
const CLIENTS = new Set([
  'userName',
  'externalId',
  'displayName',
  'name',
  'title',
  'active',
  'emails',
  'members',
  URN.enterpriseUser,
])

/** Nothing to compare with: on these the same request reaches another resource, or none, on the honest endpoint. */
const OTHER_IDS = new Set(['filter-id-without-case', 'cursor-answers-a-start-index'])
/** Stored otherwise, and not for this dialect to find. */
const BY_DESIGN: Readonly<Record<string, string>> = {
  'deleted-user-stays-in-group': 'No rule of the RFCs takes a deleted user out of its groups.',
  'kunnskap-primary-is-not-kept':
    'That the one address of a person is the primary one is no fact of the directory.',
  'create-makes-up-external-id': 'Who conveys no externalId has none to compare.',
}

/** Where a later request is as much the cause as the first. */
const LATER_TOO: Readonly<Record<string, string>> = {
  'okta fiks-new-users-wait-switched-off':
    'Asked for twice and refused twice: the target might have made up for the earlier refusal.',
  'okta member-change-reads-a-lagging-copy':
    'Every change begins from the old copy: whatever the earlier one lost, the later one loses by itself.',
}

const defects = (await loadDeviations()).filter(({ kind, id }) => kind === 'defect' && !OTHER_IDS.has(id))
const dialects = (await loadDialects()).filter(({ id }) => ['entra', 'eadm', 'okta'].includes(id))
let corrupting = 0
let named = 0

// Defects that lag behind look at the clock. It stands still, so that every run finds the same.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})

/** A defect that corrupts what is stored ends in a named divergence, which points to the first request that did it. */
describe('what a defect does to the data', () => {
  it.each(dialects.map((dialect) => [dialect.id, dialect] as const))(
    'is found by %s, with its first request',
    { timeout: 300_000 },
    (_, dialect) => {
      const missed = defects.flatMap((defect) => {
        const { causes, corrupted, divergences } = playBeside(defect, dialect)
        if (!corrupted) return []
        corrupting++
        const isCause = Object.hasOwn(LATER_TOO, `${dialect.id} ${defect.id}`)
          ? (step = -1) => causes.has(step)
          : (step = -1) => step === Math.min(...causes)
        const isFound = divergences.some(({ step }) => isCause(step))
        if (isFound) named++
        const steps = divergences.map(({ object, attribute, step }) => `${object} ${attribute} ${step}`)
        return isFound || defect.id in BY_DESIGN ? [] : [{ defect: defect.id, causes: [...causes], steps }]
      })
      expect(missed).toEqual([])
    },
  )
})

afterAll(() => {
  vi.useRealTimers()
  console.log(`corruptions named with their first request: ${named} of ${corrupting}`)
})
