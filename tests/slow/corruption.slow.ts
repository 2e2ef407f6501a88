import { afterAll, describe, expect, it } from 'vitest'
import { loadDeviations, loadDialects, readScenario } from '#bin/load'
import { createEndpoint, type Deviation, type Endpoint } from '#endpoint'
import type { Json } from '#scim'
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
    now: () => new Date((time += 1000)),
    newId: () => `00000000-0000-4000-8000-${String(++id).padStart(12, '0')}`,
    deviations,
  })
}

/** What is stored, whatever the order of members of an object, without ids: who made more than asked for counts them otherwise. */
function stored(endpoint: Endpoint): string {
  const ids = new Map(endpoint.state().map(({ id, body }, n) => [id, String(body.userName ?? body.displayName ?? n)]))
  const text = endpoint.state().map(({ type, body }) => sortedText([type, body as Json]))
  return text.sort().join('\n').replace(/00000000-0000-4000-8000-\d{12}/g, (id) => ids.get(id) ?? 'nobody')
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

const defects = (await loadDeviations()).filter(({ kind }) => kind === 'defect')
const dialects = (await loadDialects()).filter(({ id }) => ['entra', 'eadm', 'okta'].includes(id))
const tally = { corrupting: 0, named: 0, exact: 0 }
const missed: string[] = []

describe('a defect that corrupts what is stored', () => {
  it.each(dialects.map((dialect) => [dialect.id, dialect] as const))('shows in %s', { timeout: 300_000 }, (name, dialect) => {
    for (const defect of defects) {
      const { causes, corrupted, divergences } = playBeside(defect, dialect)
      if (!corrupted) continue
      tally.corrupting++
      const first = Math.min(...causes)
      if (divergences.length > 0) tally.named++
      if (divergences.some(({ step }) => step === first)) tally.exact++
      else missed.push(`${name} ${defect.id}: first ${first} of ${[...causes].slice(0, 5)} / ${JSON.stringify(divergences.slice(0, 4).map(({ object, attribute, step }) => [object, attribute, step]))}`)
    }
  })
})

afterAll(() => {
  console.log(JSON.stringify(tally), `\n${missed.join('\n')}`)
})
