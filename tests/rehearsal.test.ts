import { describe, expect, it } from 'vitest'
import { loadDeviations, loadProfiles, unitsOf } from '#bin/load'
import { type Deviation, variant } from '#endpoint'
import type { Finding, Verdict } from '#harness'
import { type MemoryRun, runInMemory } from './bench/in-memory.ts'

/** The plays against the endpoint function: they end up equal, and where they do not, the finding says what and why. */
const profiles = await loadProfiles('rfc')
const { plays } = await unitsOf(profiles)
const deviations = await loadDeviations()

async function play(...names: (string | Deviation)[]): Promise<MemoryRun> {
  const named = (name: string) => deviations.find(({ id }) => id === name) ?? expect.unreachable(name)
  const chosen = names.map((one) => (typeof one === 'string' ? named(one) : one))
  return runInMemory({ units: { checks: [], rules: [], plays }, profiles, deviations: chosen })
}

const findingsOf = (run: MemoryRun, dialect: string): readonly Finding[] =>
  run.verdicts.find(({ id }: Verdict) => id.startsWith(`${dialect}/`))?.findings ?? []

describe.each(['entra', 'eadm'])('%s', (dialect) => {
  it('ends up equal on the honest endpoint, having compared a lot', async () => {
    const run = await play()
    const verdict = run.verdicts.find(({ id }) => id.startsWith(`${dialect}/`))
    expect(verdict).toMatchObject({ outcome: 'pass', findings: [] })
    expect(verdict?.claims['sim/converges']).toBeGreaterThan(100)
  })

  it.each([
    ['deactivation-not-stored', 'access not revoked', 'PATCH'],
    ['delete-keeps-user', 'access not revoked', 'DELETE'],
    ['external-id-lost', 'data lost', 'POST'],
  ] as const)('%s is a difference with its cost and its first request', async (defect, cost, method) => {
    const run = await play(defect)
    const findings = findingsOf(run, dialect)
    const hit = findings.find((finding) => finding.cost === cost)
    expect(hit, JSON.stringify(findings)).toBeDefined()
    const exchange = run.exchanges.find(({ id }) => id === hit?.exchange)
    expect(exchange?.request.method).toBe(method)
  })

  it('a deactivation that is accepted and not carried out fails, whatever its shape', async () => {
    const findings = findingsOf(await play('deactivation-not-stored'), dialect)
    expect(findings).toContainEqual(
      expect.objectContaining({ requirement: 'sim/converges', severity: 'fail', cost: 'access not revoked' }),
    )
  })

  it('puts no identity number into a URL', async () => {
    const { exchanges } = await play()
    expect(exchanges.filter(({ request }) => /identity-number/.test(request.path))).toEqual([])
  })
})

/** Lawful (AMB-017), and in the way of Entra's legacy shapes: no variant of the endpoint, since it must warn. */
const STRING_BOOLEANS_REFUSED = variant({
  id: 'string-booleans-refused',
  title: 'answers 400 to "False" where a boolean belongs',
  settings: (plain) => ({ ...plain, patch: { ...plain.patch, coerceBooleans: false } }),
})

it('a removal by value path that is not carried out is access not revoked', async () => {
  // QUIRK: Entra's legacy shape removes by value, so this defect is in the way of the other dialect only.
  const run = await play('member-removal-keeps-member')
  expect(findingsOf(run, 'entra')).toEqual([])
  expect(findingsOf(run, 'eadm')).toContainEqual(
    expect.objectContaining({ severity: 'fail', cost: 'access not revoked' }),
  )
})

it('a lawful refusal of what departs from the RFCs only warns', async () => {
  const run = await play(STRING_BOOLEANS_REFUSED)
  expect(findingsOf(run, 'eadm')).toEqual([])
  const findings = findingsOf(run, 'entra')
  expect(findings.length).toBeGreaterThan(0)
  expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['warn']))
})

it('a play that could compare nothing is no pass', async () => {
  const run = await play('errors-in-html', 'no-match-gives-404')
  for (const { outcome } of run.verdicts) expect(outcome).not.toBe('error')
})
