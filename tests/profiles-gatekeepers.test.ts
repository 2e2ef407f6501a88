import { describe, expect, it } from 'vitest'
import { loadDeviations, loadProfiles, unitsOf } from '#bin/load'
import { requirementsOf } from '#bin/run/bench'
import { judgeRows, selected, type Units } from '#harness'
import type { Requirement } from '#requirements'
import { runInMemory } from './bench/in-memory.ts'

/**
 * The profiles of those who test before they let anybody in. Each row rests on something; on the endpoint that the
 * profile serves each is kept; and for each that must be kept there is a defect of the endpoint that breaks it.
 */
const BROKEN_BY: Readonly<Record<string, readonly string[]>> = {
  'create-answers-200': ['entra/validator-01', 'okta/spec-06'],
  'duplicate-user-name-accepted': ['entra/validator-02', 'okta/spec-08'],
  'filter-ignored': ['entra/validator-03', 'entra/validator-16'],
  'no-match-gives-404': [
    'entra/validator-04',
    'entra/validator-17',
    'entra/gallery-unknown-user',
    'okta/spec-03',
    'okta/spec-05',
  ],
  'user-name-filter-with-case': ['entra/validator-05', 'okta/spec-09'],
  'filter-group-names-with-case': ['entra/validator-18'],
  'entra-operations-beyond-ten-are-dropped': ['entra/validator-06', 'entra/validator-09'],
  'patch-needs-a-path': ['entra/validator-07', 'entra/validator-21', 'entra/validator-22'],
  'deactivation-not-stored': [
    'entra/validator-08',
    'entra/gallery-leavers',
    'entra/logic-user-disable',
    'okta/crud-07',
    'okta/crud-08',
    'okta/crud-12',
    'okta/crud-13',
  ],
  'entra-disabled-stays-disabled': ['entra/logic-user-restore', 'okta/crud-10', 'okta/crud-11'],
  'entra-manager-is-never-set': ['entra/validator-10'],
  'entra-first-manager-stays': ['entra/validator-11'],
  'patch-manager-cannot-be-removed': ['entra/validator-12'],
  'delete-keeps-user': ['entra/validator-13', 'entra/validator-25', 'entra/logic-group-delete'],
  'excluded-attributes-ignored': ['entra/validator-14', 'entra/validator-15'],
  'entra-external-id-of-groups-lost': ['entra/validator-19', 'entra/logic-group-create'],
  'member-list-only-grows': ['entra/validator-23'],
  'member-removal-keeps-member': ['entra/validator-24', 'entra/logic-group-remove'],
  'resource-type-endpoint-is-wrong': ['entra/gallery-endpoints'],
  'schema-id-in-no-namespace': ['entra/gallery-schemas', 'entra/logic-schemas'],
  'external-id-lost': ['entra/logic-user-create', 'entra/logic-user-on-demand', 'okta/crud-03'],
  'only-first-operation': ['entra/logic-user-update'],
  'group-rename-lost': ['entra/logic-group-update'],
  'member-add-replaces-members': [
    'entra/logic-group-add',
    'entra/logic-group-restore',
    'entra/logic-group-on-demand',
  ],
  'lists-show-less': ['okta/crud-04'],
  'put-not-supported': ['entra/logic-direct'],
  'page-overlaps-by-one': ['entra/logic-user-pages'],
  'entra-eleventh-is-never-shown': ['entra/logic-group-pages'],
  'auth-any-token-will-do': ['entra/logic-credentials', 'okta/spec-11'],
  'okta-list-needs-a-filter': ['entra/logic-probes', 'okta/spec-01'],
  'okta-given-name-lost': ['okta/spec-02', 'okta/spec-07'],
  'okta-create-answers-inactive': ['okta/spec-06'],
  'unknown-id-gives-empty-list': ['okta/spec-04'],
  'okta-digits-crash': ['okta/spec-12'],
  'okta-put-keeps-the-name': ['okta/crud-05', 'okta/crud-06'],
}

const deviations = await loadDeviations()
const bare = (id: string) => id.replace(/\[.*\]$/, '')

/** What the verdicts of these rows rest on. */
function about(rows: readonly Requirement[], { checks, plays, rules }: Units): Units {
  const mapped = rows.flatMap((row) => row.mapped ?? []).map(bare)
  const isMapped = (id: string) => mapped.length > 0 && selected(id, mapped)
  const own = new Set(rows.map(({ id }) => id))
  return {
    checks: checks.filter(({ id, proves }) => isMapped(id) || proves.some((one) => own.has(one))),
    plays: plays.filter(({ id }) => isMapped(id)),
    rules: rules.filter(({ id }) => isMapped(id)),
  }
}

describe.each(['entra', 'okta'])('profile %s', async (id) => {
  const profiles = await loadProfiles(id)
  const units = await unitsOf(profiles)
  const rows = requirementsOf(profiles)
  const known = [...units.checks, ...units.plays, ...units.rules].map((unit) => unit.id)

  it('each row has a check of its own, is mapped to others, or says why nothing tries it', () => {
    const proved = new Set<string>(units.checks.flatMap(({ proves }) => proves))
    const bases = rows.map((row) => [
      row.id,
      [proved.has(row.id), row.mapped !== undefined, row.unobservable !== undefined].filter(Boolean).length,
    ])
    expect(bases.filter(([, count]) => count !== 1)).toEqual([])
  })

  it('each row is there once, in both languages and with a source', () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
    expect(rows.filter(({ nb, source }) => !nb || !source).map((row) => row.id)).toEqual([])
  })

  it('what a row is mapped to is run', () => {
    const mapped = rows.flatMap((row) => row.mapped ?? [])
    expect(mapped.filter((one) => !known.some((unit) => selected(unit, [bare(one)])))).toEqual([])
  })

  it('on the endpoint that it serves each row is kept', { timeout: 60_000 }, async () => {
    const { verdicts } = await runInMemory({ units: about(rows, units), profiles })
    const said = judgeRows(rows, verdicts)
    expect(said.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-judged')).toEqual([])
  })

  const must = rows.filter(({ level, observable }) => level === 'MUST' && observable === 'yes')
  const broken = new Set(Object.values(BROKEN_BY).flat())

  it('for each row that must be kept a defect is named', () => {
    expect(must.map((row) => row.id).filter((one) => !broken.has(one))).toEqual([])
  })

  const trials = Object.entries(BROKEN_BY)
    .map(([name, all]) => [name, all.filter((one) => one.startsWith(`${id}/`))] as const)
    .filter(([, some]) => some.length > 0)

  it.concurrent.each(trials)('%s breaks %j', { timeout: 60_000 }, async (name, ids) => {
    const some = rows.filter((row) => ids.includes(row.id))
    const defect = deviations.find((one) => one.id === name) ?? expect.unreachable(name)
    const { verdicts } = await runInMemory({ units: about(some, units), profiles, deviations: [defect] })
    const said = judgeRows(some, verdicts)
    expect(said.map((row) => [row.id, row.outcome])).toEqual(some.map((row) => [row.id, 'fail']))
  })
})
