import type { Json } from '#scim'
import { canonicalJson, sha256 } from './canonical.ts'
import { deviationsOf } from './deviations.ts'
import type { PartyAnswer, SignoffForm } from './form.ts'
import { negativeScenarios } from './negative.ts'
import {
  ENDS_BEFORE,
  type Limit,
  type Party,
  type PrerequisiteAnswer,
  SIGNOFF_VERSION,
  type SignoffRecord,
  type SignoffRun,
  type TestData,
} from './record.ts'
import { resultsOf, type Yardstick } from './results.ts'
import { nearest, type TestedRun } from './run.ts'

/** What is known without asking anybody. */
export interface Ground {
  readonly runs: readonly TestedRun[]
  readonly yardstick: Yardstick
  readonly profile: SignoffRecord['profile']
  readonly harness: SignoffRecord['harness']
  readonly prerequisites: readonly Prerequisite[]
  readonly recordId: string
  readonly now: Date
  readonly supersedes?: SignoffRecord['supersedes']
}

/** What has to be in place besides the tests; profiles name theirs. */
export interface Prerequisite {
  readonly id: string
  readonly text: { readonly en: string; readonly nb: string }
  readonly source: string
  /** Whether the answer has a date. */
  readonly date?: boolean
}

/** The record, unsigned: a draft until somebody finds nothing open in it. */
export function buildSignoff(ground: Ground, form: SignoffForm): SignoffRecord {
  const { runs, yardstick } = ground
  const results = resultsOf(runs, yardstick)
  const unselected = results.notTested.some(({ kind }) => kind === 'unselected')
  const shown = runs.map((run) => signoffRun(run, unselected))
  const customer = party(form.customer)
  const { ref, acceptedAt } = form.agreement
  return withHash({
    schemaVersion: SIGNOFF_VERSION,
    recordId: ground.recordId,
    state: 'draft',
    createdAt: ground.now.toISOString(),
    ...(ground.supersedes ? { supersedes: ground.supersedes } : {}),
    vendor: party(form.vendor),
    ...(customer.orgNumber || customer.name ? { customer } : {}),
    system: form.system,
    environment: { ...form.environment, class: nearest(runs.map((run) => run.class)) },
    profile: ground.profile,
    harness: ground.harness,
    automation: form.automation,
    runs: shown,
    scope: { complete: isComplete(shown, unselected), reason: form.scope.reason },
    testData: testDataOf(runs, form),
    results,
    deviations: deviationsOf(runs, results, yardstick, form.deviations),
    scenarios: { negative: negativeScenarios(runs, form.negative) },
    prerequisites: ground.prerequisites.map((one) => prerequisiteAnswer(one, form)),
    contacts: form.contacts,
    ...(ref ? { agreement: { ref, ...(acceptedAt ? { acceptedAt } : {}) } } : {}),
    validity: { expiresAt: expiryOf(shown, form), endsBefore: ENDS_BEFORE },
    signatures: [],
  })
}

/**
 * SHA-256 over the canonical JSON of what is stated: all but `state`, `signatures` and `integrity`, so that it is the
 * same before and after signing. The signature covers those three as well.
 */
export function contentHashOf(record: Omit<SignoffRecord, 'integrity'>): string {
  const { state: _, signatures: __, integrity: ___, ...content } = record as SignoffRecord
  return sha256(canonicalJson(content as unknown as Json))
}

function withHash(record: Omit<SignoffRecord, 'integrity'>): SignoffRecord {
  const contentHash = contentHashOf(record)
  return { ...record, integrity: { contentHash, algorithm: 'SHA-256', canonicalisation: 'RFC 8785' } }
}

/** Nine digits, however they were written: with blanks, or in the notation of ISO 6523. */
function party({ orgNumber, name }: PartyAnswer): Party {
  const digits = orgNumber.replace(/^0192:/, '').replace(/\s/g, '')
  return { orgNumber: digits, id: digits === '' ? '' : `0192:${digits}`, name }
}

function signoffRun(run: TestedRun, unselected: boolean): SignoffRun {
  const { info, ending, requests, baseUrl, recordHash } = run
  return {
    runId: info.run,
    startedAt: info.started,
    endedAt: ending?.finished ?? '',
    seed: info.seed,
    requests,
    profile: info.profile.id,
    subject: info.subject ?? 'endpoint',
    strict: info.strict,
    harnessVersion: info.tool.version,
    baseUrl,
    class: run.class,
    // A client is judged by what it sends, and the endpoint that it sends to is always ours.
    embedded: info.target.embedded && info.subject !== 'client',
    override: info.target.override !== undefined,
    limits: limitsOf(run, unselected),
    recordHash,
  }
}

/** Why a run is less than its whole profile. */
function limitsOf({ info, ending, verdicts }: TestedRun, unselected: boolean): Limit[] {
  const { only, profile } = info
  const shard = (info as { shard?: unknown }).shard !== undefined
  const limits: readonly (readonly [Limit, boolean])[] = [
    ['only', only.length > 0],
    ['shard', shard],
    ['waived', profile.waived.length > 0],
    ['interrupted', ending === undefined || ending.interrupted],
    ['unselected', unselected && only.length === 0 && !shard],
    ['error', verdicts.some(({ outcome }) => outcome === 'error')],
  ]
  return limits.filter(([, holds]) => holds).map(([limit]) => limit)
}

function isComplete(runs: readonly SignoffRun[], unselected: boolean): boolean {
  return !unselected && runs.some(({ limits }) => limits.length === 0)
}

function testDataOf(runs: readonly TestedRun[], form: SignoffForm): TestData {
  const sum = (count: (run: TestedRun) => number) => runs.reduce((total, run) => total + count(run), 0)
  const otherSeries = sum(({ identityNumbers }) => identityNumbers.otherSeries)
  return {
    statement: otherSeries === 0 ? 'only-synthetic-persons' : 'other-numbers-seen',
    created: sum(({ created }) => created),
    series: ['tenor'],
    scan: {
      numbers: sum(({ identityNumbers }) => identityNumbers.all),
      otherSeries,
      inClear: sum(({ identityNumbers }) => identityNumbers.inClear),
    },
    leftBehind: sum(({ ending }) => ending?.left.length ?? 0),
    remark: form.testData.remark,
  }
}

function prerequisiteAnswer(asked: Prerequisite, form: SignoffForm): PrerequisiteAnswer {
  const { id, text, source } = asked
  const given = form.prerequisites.find((one) => one.id === id)
  return {
    id,
    text,
    source,
    answer: given?.answer ?? '',
    ...(asked.date ? { date: given?.date ?? '' } : {}),
    remark: given?.remark ?? '',
  }
}

/** Twelve months after the last run ended, or sooner where the form says so. */
function expiryOf(runs: readonly SignoffRun[], form: SignoffForm): string {
  const last = runs
    .map(({ endedAt, startedAt }) => endedAt || startedAt)
    .sort()
    .at(-1) as string
  const year = new Date(last)
  year.setUTCMonth(year.getUTCMonth() + 12)
  const tokens = form.prerequisites.filter(({ id, answer }) => id === 'token-expiry' && answer === 'yes')
  const sooner = [form.validUntil, ...tokens.map(({ date }) => date)].filter(isDay).map(endOfDay)
  return [year.toISOString(), ...sooner].sort()[0] as string
}

/** Whether a text is a day that exists, `yyyy-mm-dd`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function endOfDay(day: string): string {
  return `${day}T23:59:59.000Z`
}
