import { isOrganisationNumber } from '#people'
import { isDay } from './build.ts'
import type { SignoffRecord, SignoffRun } from './record.ts'

/** Why a record cannot be signed; the sentences are made of these where they are said. */
export type OpenKind =
  | 'missing'
  | 'organisation-number'
  | 'email'
  | 'day'
  | 'decision'
  | 'prerequisite'
  | 'contact'
  | 'production'
  | 'override'
  | 'unconfirmed'
  | 'embedded'
  | 'role'
  | 'interrupted'
  | 'other-profile'
  | 'partial'
  | 'nothing-tested'
  | 'numbers-in-clear'
  | 'other-numbers'
  | 'expired'

export interface OpenPoint {
  readonly kind: OpenKind
  /** Where in the form it is put right: names, and ids of list elements. Empty where no form helps. */
  readonly path: readonly string[]
  /** What it is about: a run, a deviation, what was found. */
  readonly about: string
}

/** Everything that stands between a record and a signature. */
export function openPoints(record: SignoffRecord, now: Date): OpenPoint[] {
  return [
    ...record.runs.flatMap(runPoints),
    ...environmentPoints(record),
    ...resultPoints(record),
    ...rolePoints(record),
    ...testDataPoints(record),
    ...partyPoints(record),
    ...required(record),
    ...withoutDeviation(record),
    ...record.deviations.flatMap(deviationPoints),
    ...record.prerequisites.flatMap(prerequisitePoints),
    ...contactPoints(record),
    ...agreementPoints(record),
    ...(record.validity.expiresAt <= now.toISOString()
      ? [point('expired', [], record.validity.expiresAt)]
      : []),
  ]
}

const point = (kind: OpenKind, path: readonly string[], about = ''): OpenPoint => ({ kind, path, about })

function runPoints(run: SignoffRun): OpenPoint[] {
  const { runId, baseUrl } = run
  const production = run.class === 'production'
  return [
    ...(production ? [point('production', [], baseUrl)] : []),
    ...(run.override && !production ? [point('override', [], baseUrl)] : []),
    ...(run.embedded ? [point('embedded', [], runId)] : []),
    ...(run.limits.includes('interrupted') ? [point('interrupted', [], runId)] : []),
  ]
}

/** A name that tells nothing may be that of a production host: the vendor answers for it. */
function environmentPoints({ environment, runs }: SignoffRecord): OpenPoint[] {
  if (environment.class !== 'unknown' || environment.confirmedAsTest) return []
  const hosts = runs.filter((run) => run.class === 'unknown').map(({ baseUrl }) => baseUrl)
  return [point('unconfirmed', ['environment', 'confirmedAsTest'], [...new Set(hosts)].join(', '))]
}

function resultPoints({ results, scope, runs, profile }: SignoffRecord): OpenPoint[] {
  const { summary } = results
  const other = runs.find((run) => run.profile !== profile.id)
  const limits = [...new Set(runs.flatMap((run) => run.limits))].filter((one) => one !== 'interrupted')
  return [
    ...(summary.pass + summary.warn === 0 ? [point('nothing-tested', [])] : []),
    ...(other ? [point('other-profile', [], `${other.profile} (${other.runId})`)] : []),
    ...(scope.complete || scope.reason ? [] : [point('partial', ['scope', 'reason'], limits.join(', '))]),
  ]
}

/** A role that no run is about. */
function rolePoints({ system: { role }, runs }: SignoffRecord): OpenPoint[] {
  const needed = role === 'scim-client' ? 'client' : role === 'scim-endpoint' ? 'endpoint' : undefined
  const shown = needed === undefined || runs.some(({ subject }) => subject === needed)
  return shown ? [] : [point('role', ['system', 'role'], role)]
}

function testDataPoints({ testData: { scan, remark } }: SignoffRecord): OpenPoint[] {
  return [
    ...(scan.inClear > 0 ? [point('numbers-in-clear', [], String(scan.inClear))] : []),
    ...(scan.otherSeries > 0 && remark === ''
      ? [point('other-numbers', ['testData', 'remark'], String(scan.otherSeries))]
      : []),
  ]
}

function partyPoints({ vendor, customer }: SignoffRecord): OpenPoint[] {
  const both = [
    ['vendor', vendor],
    ['customer', customer],
  ] as const
  return both.flatMap(([name, one]) => {
    if (!one) return []
    const wrong = one.orgNumber !== '' && !isOrganisationNumber(one.orgNumber)
    return [
      ...(wrong ? [point('organisation-number', [name, 'orgNumber'], one.orgNumber)] : []),
      ...(one.orgNumber === '' ? [point('missing', [name, 'orgNumber'])] : []),
      ...(one.name === '' ? [point('missing', [name, 'name'])] : []),
    ]
  })
}

function required({ system, environment, automation }: SignoffRecord): OpenPoint[] {
  const texts: readonly (readonly [readonly string[], string])[] = [
    [['system', 'id'], system.id],
    [['system', 'name'], system.name],
    [['system', 'version'], system.version],
    [['system', 'component'], system.component],
    [['system', 'role'], system.role],
    [['environment', 'name'], environment.name],
    [['automation', 'account'], automation.account],
  ]
  return texts.filter(([, text]) => text === '').map(([path]) => point('missing', path))
}

/** Nothing that failed may be missing among the deviations. */
function withoutDeviation({ results, deviations }: SignoffRecord): OpenPoint[] {
  const listed = new Set(deviations.map(({ id }) => id))
  const failed = results.items.filter(
    ({ result, requirement }) => result !== 'pass' && !listed.has(requirement),
  )
  const untried = new Set(
    deviations.filter(({ severity }) => severity === 'blocked').flatMap(({ tests }) => tests),
  )
  const { blocked, error } = results.summary
  return [
    ...failed.map(({ requirement }) => point('decision', [], requirement)),
    ...(untried.size < blocked + error ? [point('decision', [], `${blocked + error}`)] : []),
  ]
}

/** A failure is signed for only by somebody who has decided what becomes of it. */
function deviationPoints({
  id,
  severity,
  decision,
  owner,
  due,
  description,
}: SignoffRecord['deviations'][number]): OpenPoint[] {
  const path = (name: string) => ['deviations', id, name]
  const wrongDay = due !== '' && !isDay(due) ? [point('day', path('due'), due)] : []
  if (severity === 'warn') return wrongDay
  const texts = [
    ['description', description],
    ['owner', owner],
    ...(decision === 'fix-before-production' ? [['due', due]] : []),
  ] as const
  return [
    ...(decision === '' ? [point('decision', path('decision'), id)] : []),
    ...texts.filter(([, text]) => text === '').map(([name]) => point('missing', path(name as string))),
    ...wrongDay,
  ]
}

function prerequisitePoints({ id, answer, date }: SignoffRecord['prerequisites'][number]): OpenPoint[] {
  if (answer === '') return [point('prerequisite', ['prerequisites', id, 'answer'], id)]
  const path = ['prerequisites', id, 'date']
  if (date !== undefined && date !== '' && !isDay(date)) return [point('day', path, date)]
  return answer === 'yes' && date === '' ? [point('missing', path)] : []
}

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

function contactPoints({ contacts }: SignoffRecord): OpenPoint[] {
  if (contacts.length === 0) return [point('contact', ['contacts'])]
  return contacts.flatMap(({ name, email, role }, index) => {
    const path = (member: string) => ['contacts', String(index), member]
    return [
      ...(name === '' ? [point('missing', path('name'))] : []),
      ...(EMAIL.test(email) ? [] : [point('email', path('email'), email)]),
      ...(role === '' ? [point('missing', path('role'))] : []),
    ]
  })
}

function agreementPoints({ agreement }: SignoffRecord): OpenPoint[] {
  const day = agreement?.acceptedAt
  return day !== undefined && !isDay(day) ? [point('day', ['agreement', 'acceptedAt'], day)] : []
}
