import type { RunEvent, Verdict } from '#harness'
import { syntheticOrganisationNumber } from '#people'
import type { Exchange } from '#scim'
import { buildSignoff, type Ground } from './build.ts'
import { sha256 } from './canonical.ts'
import { EMPTY_FORM, type SignoffForm } from './form.ts'
import { openPoints } from './open-points.ts'
import { testsOf } from './results.ts'
import { readTestedRun, type TestedRun } from './run.ts'
import { type Statement, toStatement } from './statement.ts'

/** A small run for the tests of the sign-off: each outcome once, other credentials, people with identity numbers. */

export const VENDOR = syntheticOrganisationNumber(11)
export const NOW = new Date('2026-11-22T10:00:00Z')

const verdict = (one: Pick<Verdict, 'id' | 'outcome'> & Partial<Verdict>): Verdict => ({
  kind: 'check',
  title: one.id,
  requirements: [],
  claims: {},
  findings: [],
  exchanges: [],
  ...one,
})

export const finding = (requirement: string, severity: 'fail' | 'warn' | 'note') => ({
  requirement: requirement as Verdict['findings'][number]['requirement'],
  level: 'MUST',
  severity,
  what: 'status',
  expected: 400,
  actual: 204,
  exchange: 'x2',
})

const claimed = (id: string, n = 1): Pick<Verdict, 'requirements' | 'claims'> => ({
  requirements: [id as Verdict['requirements'][number]],
  claims: { [id]: n },
})

export const GOOD: readonly Verdict[] = [
  verdict({ id: 'create/user', outcome: 'pass', exchanges: ['x1'], ...claimed('t/made', 2) }),
  verdict({ id: 'auth/wrong', outcome: 'pass', exchanges: ['x3'], ...claimed('t/token') }),
  verdict({
    id: 'sort/ascending',
    outcome: 'not-applicable',
    requirements: ['t/sorted'],
    reason: 'sorting is not offered',
  }),
]
export const FAILED = verdict({
  id: 'patch/remove',
  outcome: 'fail',
  exchanges: ['x2'],
  ...claimed('t/refused'),
  findings: [finding('t/refused', 'fail')],
})
export const WARNED = verdict({
  id: 'wire/type',
  kind: 'rule',
  outcome: 'warn',
  ...claimed('t/labelled'),
  findings: [finding('t/labelled', 'warn')],
})
export const BLOCKED = verdict({
  id: 'bulk/works',
  outcome: 'blocked',
  requirements: ['t/bulk'],
  reason: 'bulk is required by profile t, but it is not offered',
})

const exchange = (id: string, by: string, more: Partial<Exchange> = {}): Exchange => ({
  id,
  by,
  request: {
    method: 'POST',
    path: '/Users',
    headers: {},
    body: { externalId: '[identity-number-0123456789]' },
  },
  response: { status: 201, headers: [], text: '' },
  at: 1,
  ms: 1,
  ...more,
})

export interface SampleRun {
  readonly verdicts?: readonly Verdict[]
  readonly base?: string
  readonly hostClass?: string
  readonly override?: string
  readonly embedded?: boolean
  readonly only?: readonly string[]
  readonly shard?: { readonly index: number; readonly of: number }
  readonly waived?: readonly string[]
  readonly profile?: string
  readonly subject?: 'client'
  readonly ended?: boolean
  readonly interrupted?: boolean
  readonly finished?: string
  /** Stands in the body of an answer. */
  readonly answer?: string
  readonly run?: string
}

export function sampleLines(given: SampleRun = {}): string[] {
  const { verdicts = GOOD, base = 'https://scim.test.example.org/v2', hostClass = 'test' } = given
  const events: RunEvent[] = [
    {
      event: 'run',
      version: 2,
      info: {
        tool: { name: 'scim-test', version: '0.1.0' },
        node: 'v20',
        run: given.run ?? 'abc234',
        seed: '1',
        started: '2026-11-22T08:00:00.000Z',
        target: {
          base,
          embedded: given.embedded ?? false,
          hostClass,
          ...(given.override ? { override: given.override } : {}),
        },
        profile: { id: given.profile ?? 't', title: 'A profile', waived: given.waived ?? [] },
        strict: false,
        only: given.only ?? [],
        ...(given.subject ? { subject: given.subject } : {}),
        ...(given.shard ? { shard: given.shard } : {}),
        concurrency: 4,
        command: [],
      },
    },
    { event: 'exchange', exchange: exchange('x1', 'create/user') },
    {
      event: 'exchange',
      exchange: exchange('x2', 'patch/remove', {
        request: { method: 'PATCH', path: '/Users/1', headers: {} },
        response: { status: 204, headers: [], text: given.answer ?? '' },
      }),
    },
    { event: 'exchange', exchange: exchange('x3', 'auth/wrong', { credentials: 'wrong' }) },
    ...verdicts.map((one): RunEvent => ({ event: 'verdict', verdict: one })),
  ]
  const ending = {
    finished: given.finished ?? '2026-11-22T08:01:00.000Z',
    ms: 60_000,
    requests: 3,
    interrupted: given.interrupted ?? false,
    left: [],
  }
  if (given.ended !== false) events.push({ event: 'end', ending })
  return events.map((event) => JSON.stringify(event))
}

export function sampleRun(given: SampleRun = {}): TestedRun {
  const lines = sampleLines(given)
  return readTestedRun(() => lines, sha256(lines.map((line) => `${line}\n`).join('')))
}

const ASKED = ['made', 'token', 'sorted', 'refused', 'labelled', 'bulk', 'nobody-checks'].map((name) => [
  `t/${name}`,
  { level: 'MUST', text: `The text of ${name}.`, checked: name !== 'nobody-checks' },
]) satisfies [string, unknown][]

export function sampleGround(runs: readonly TestedRun[], more: Partial<Ground> = {}): Ground {
  const tested = new Set(runs.flatMap(({ verdicts }) => verdicts.flatMap(({ requirements }) => requirements)))
  const asked = ASKED.filter(([id]) => id === 't/nobody-checks' || (tested as Set<unknown>).has(id))
  return {
    runs,
    yardstick: { requirements: new Map(asked as [string, never][]), waived: new Map() },
    profile: { id: 't', title: 'A profile', version: '0.1.0' },
    harness: { name: 'scim-test', version: '0.1.0', hash: '0'.repeat(64) },
    prerequisites: [
      {
        id: 'token-expiry',
        text: { en: 'The day is known.', nb: 'Dagen er kjent.' },
        source: 'Notes',
        date: true,
      },
    ],
    recordId: '6d1ad3ad-b04f-4db0-a1ab-3a58e8f0a5f1',
    now: NOW,
    ...more,
  }
}

export const FORM: SignoffForm = {
  ...EMPTY_FORM,
  vendor: { orgNumber: VENDOR, name: 'Fjordtest AS' },
  system: {
    id: `${VENDOR}_idm`,
    name: 'Fjordtest IdM',
    version: '4.10',
    component: 'SCIM endpoint',
    role: 'scim-endpoint',
  },
  environment: { name: 'Test', confirmedAsTest: false },
  automation: { account: 'svc-scim-test' },
  contacts: [{ name: 'Kari Nordmann', email: 'kari.nordmann@fjordtest.example', role: 'Product owner' }],
  prerequisites: [{ id: 'token-expiry', answer: 'yes', date: '2027-05-31', remark: '' }],
}

export const SIGNER = {
  name: 'Ola Nordmann',
  title: 'Managing director',
  orgNumber: VENDOR,
  declarationText: 'I am authorised to sign.',
}

/** A statement as `create` makes it. */
export function sampleStatement(run: SampleRun | readonly SampleRun[] = {}, form = FORM): Statement {
  const runs = [run].flat().map((one) => sampleRun(one as SampleRun))
  const record = buildSignoff(sampleGround(runs), form)
  const state = openPoints(record, NOW).length === 0 ? 'tested' : 'draft'
  return toStatement({ ...record, state }, testsOf(runs))
}
