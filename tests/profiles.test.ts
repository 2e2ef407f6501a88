import { afterAll, describe, expect, it } from 'vitest'
import { type LoadedProfile, loadDeviations, loadProfiles, unitsOf } from '#bin/load'
import type { ProfileRequirement } from '#check'
import { variant } from '#endpoint'
import { classifyIdentityNumber } from '#people'
import { URN } from '#scim'
import { runInMemory } from './bench/in-memory.ts'
import { redFor } from './bench/trial.ts'

/** Each profile shows what it asks for: green on its own endpoint, red for each requirement of its own that is broken. */
const deviations = await loadDeviations()
const defects = deviations.filter(({ kind }) => kind === 'defect')
/** Those of systems that a municipality provides; tests/profiles-gatekeepers has those of identity providers. */
const names = ['fiks-current', 'fiks-2026', 'ks-kunnskap', 'plek']

const isClient = ({ subject }: ProfileRequirement) => subject === 'client'
const isDemanded = ({ level }: ProfileRequirement) => level !== 'MAY'
/** The Sync API, which is no SCIM, has tests of its own. */
const isScim = ({ id }: ProfileRequirement) => !id.startsWith('fiks/S-')
const isSeen = ({ unobservable }: ProfileRequirement) => unobservable === undefined

async function own(name: string) {
  const profiles = await loadProfiles(name)
  const [{ profile }] = profiles as [LoadedProfile]
  const { checks, rules, plays } = await unitsOf(profiles)
  const isOwn = ({ id }: { id: string }) => id.startsWith(`${name}/`)
  const rows = profile.requirements ?? []
  return { profiles, profile, rows, plays, checks: checks.filter(isOwn), rules: rules.filter(isOwn) }
}

let caught = 0

describe.each(names)('profile %s', async (name) => {
  const { profiles, profile, rows, checks, rules, plays } = await own(name)
  const ids = new Set<string>(rows.map(({ id }) => id))
  const proved = new Set<string>([...checks, ...rules].flatMap(({ proves }) => [...proves]))

  it('proves each of its rows that an endpoint can be seen to keep, or says why that cannot be seen', () => {
    const open = rows.filter((row) => !isClient(row) && isSeen(row) && !proved.has(row.id))
    expect(open.map(({ id }) => id)).toEqual([])
  })

  it('gives no reason for a row that is tried after all, and proves only rows that there are', () => {
    expect(rows.filter((row) => !isSeen(row) && proved.has(row.id)).map(({ id }) => id)).toEqual([])
    const known = new Set(
      profiles.flatMap((one) => one.profile.requirements ?? []).map(({ id }) => String(id)),
    )
    expect([...proved].filter((id) => !known.has(id))).toEqual([])
  })

  it('has each row once, in both languages and with a source', () => {
    expect(ids.size).toBe(rows.length)
    const wanting = rows.filter(({ nb, requirement, source }) => !nb || nb === requirement || source === '')
    expect(wanting.map(({ id }) => id)).toEqual([])
  })

  it('says that documents are all it rests on, and approves nobody', () => {
    expect(profile.about).toMatch(/documents/)
    expect(profile.about).not.toMatch(/certified|certifies|approves/)
  })

  it('names variants that there are, and waives with a reason', () => {
    const variants = new Set(deviations.filter(({ kind }) => kind === 'variant').map(({ id }) => id))
    expect((profile.serves ?? []).filter((id) => !variants.has(id))).toEqual([])
    for (const { reason } of profile.rules?.waive ?? []) expect(reason.length).toBeGreaterThan(20)
  })

  it('rehearses stories that end equal on its endpoint', { timeout: 60_000 }, async () => {
    expect(plays.length).toBeGreaterThan(0)
    const { verdicts, exchanges } = await runInMemory({ units: { checks: [], rules, plays }, profiles })
    const told = verdicts.map(({ id, outcome, findings }) => ({ id, outcome, findings }))
    expect(told.filter(({ outcome }) => outcome !== 'pass')).toEqual([])
    expect(exchanges.filter(({ request }) => /identity-number/.test(request.path))).toEqual([])
  })

  const scim = new Set<string>(rows.filter(isScim).map(({ id }) => id))
  const broken = defects.filter(({ breaks = [] }) => breaks.some((id) => scim.has(id)))

  it('has a defect for each of its rows that demands something and can be seen', () => {
    const wanted = rows.filter((row) => isScim(row) && !isClient(row) && isSeen(row) && isDemanded(row))
    const shown = new Set(broken.flatMap(({ breaks = [] }) => breaks))
    expect(wanted.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([])
    expect(wanted.length).toBeGreaterThan(2)
  })

  it.each(broken.map((one) => [one.id, one] as const))('is red for %s', async (_, defect) => {
    const rowsHit = (defect.breaks ?? []).filter((id) => scim.has(id))
    const proves = (one: { proves: readonly string[] }) => one.proves.some((id) => rowsHit.includes(id))
    const units = { checks: checks.filter(proves), rules: rules.filter(proves), plays: [] }
    // A rule sends nothing itself: it looks at what the checks about numbers have sent.
    const silent = units.checks.length === 0 ? checks.filter(({ id }) => /number-/.test(id)) : units.checks
    const { verdicts } = await runInMemory({
      units: { ...units, checks: silent },
      profiles,
      deviations: [defect],
    })
    const red = redFor(verdicts)
    expect(rowsHit.filter((id) => !red.has(id))).toEqual([])
    caught++
  })
})

afterAll(() => {
  console.log(`defects of profiles caught: ${caught}`)
})

describe('where the documents of KS contradict each other', () => {
  const { fiksPerson } = URN
  const bareUrn = variant({
    id: 'bare-urn-is-known',
    title: 'The extension is known without its version too',
    around: (request, next) => {
      const body = request.body?.replaceAll(`${fiksPerson.replace(/:1\.0$/, '')}"`, `${fiksPerson}"`)
      return next(body === undefined ? request : { ...request, body })
    },
  })
  const strictDigits = variant({
    id: 'control-digits-are-checked',
    title: 'Numbers with wrong control digits are refused',
    around: (request, next) => {
      const number = /"foedselsnummer":"(\d+)"/.exec(request.body ?? '')?.[1]
      if (number === undefined || classifyIdentityNumber(number).valid) return next(request)
      const body = { schemas: [URN.error], status: '400', scimType: 'invalidValue', detail: 'Wrong digits' }
      return { status: 400, headers: { 'content-type': 'application/scim+json' }, body }
    },
  })
  const noUserName = deviations.filter(({ id }) => id === 'missing-attribute-accepted')

  it.each([
    ['fiks/X1', [bareUrn]],
    ['fiks/X2', noUserName],
    ['fiks/X8', [strictDigits]],
  ] as const)('%s: the other way is noted and turns nobody red', async (id, others) => {
    const { profiles, profile, checks } = await own('fiks-current')
    expect(profile.notes?.map((note) => note.id)).toContain(id)
    const proving = checks.filter(({ proves }) => (proves as readonly string[]).includes(id))
    const units = { checks: proving, rules: [], plays: [] }
    const { verdicts } = await runInMemory({ units, profiles, deviations: others, strict: true })
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['pass'])
    expect(verdicts.flatMap(({ findings }) => findings)).toMatchObject([
      { requirement: id, severity: 'note' },
    ])
  })
})

describe('parameters of profiles', () => {
  const tried = async (name: string, parameters: Record<string, string>) => {
    const { profiles, checks } = await own(name)
    const { verdicts, exchanges } = await runInMemory({
      units: { checks, rules: [], plays: [] },
      profiles,
      parameters,
      only: [`${name}/*name*`, `${name}/key-*`, `${name}/second-*`],
    })
    return { verdicts, paths: exchanges.map(({ request }) => decodeURIComponent(request.path)).join('\n') }
  }

  it.each([
    ['ks-kunnskap', 'usernameSource', 'userName', 'userName eq'],
    ['ks-kunnskap', 'usernameSource', 'employeeNumber', 'User:employeeNumber eq'],
    ['plek', 'mappingKey', 'userName', 'userName eq'],
  ])('%s asks by the attribute that was chosen: %s=%s', async (name, parameter, value, shown) => {
    const { verdicts, paths } = await tried(name, { [parameter]: value })
    expect(verdicts.length).toBeGreaterThan(2)
    expect(verdicts.filter(({ outcome }) => outcome !== 'pass')).toEqual([])
    expect(paths).toContain(shown)
  })

  it('are refused where the profile does not know them, or the value', async () => {
    await expect(tried('plek', { mappingkey: 'userName' })).rejects.toThrow(/Did you mean "mappingKey"/)
    await expect(tried('plek', { mappingKey: 'emails' })).rejects.toThrow(/takes externalId, userName/)
  })
})
