import { describe, expect, it } from 'vitest'
import {
  type OpenKind,
  openPoints,
  type SignoffForm,
  type SignoffRecord,
  signerFaults,
} from '#reports/signoff'
import {
  BLOCKED,
  FAILED,
  FORM,
  GOOD,
  NOW,
  type SampleRun,
  SIGNER,
  sampleLines,
  sampleStatement,
  WARNED,
} from '../../reports/signoff/sample-runs.sample.ts'

const recordOf = (run?: SampleRun | readonly SampleRun[], form?: SignoffForm): SignoffRecord =>
  sampleStatement(run, form).predicate.scimTestSignoff
const kinds = (record: SignoffRecord): OpenKind[] => openPoints(record, NOW).map(({ kind }) => kind)

const decided = (id: string, more: Partial<SignoffForm['deviations'][number]> = {}): SignoffForm => ({
  ...FORM,
  deviations: [
    { id, description: 'Seen by nobody.', decision: 'accept', owner: 'Kari Nordmann', due: '', ...more },
  ],
})

describe('what a sign-off says of the runs', () => {
  it('has nothing open where all is well, and passes', () => {
    const { predicate } = sampleStatement()
    expect(openPoints(predicate.scimTestSignoff, NOW)).toEqual([])
    expect(predicate).toMatchObject({ result: 'PASSED', failedTests: [], warnedTests: [] })
    expect(predicate.passedTests).toEqual(['auth/wrong', 'create/user'])
    expect(predicate.scimTestSignoff).toMatchObject({
      state: 'tested',
      vendor: { id: `0192:${FORM.vendor.orgNumber}` },
      scope: { complete: true },
      environment: { class: 'test' },
      testData: { statement: 'only-synthetic-persons', created: 2, scan: { numbers: 1, inClear: 0 } },
      validity: { expiresAt: '2027-05-31T23:59:59.000Z' },
    })
  })

  it('says for each requirement how it ended, and for the others why they were not tested', () => {
    const { results } = recordOf({ verdicts: [...GOOD, FAILED, WARNED, BLOCKED] })
    expect(results.items.map(({ requirement, result, claims }) => [requirement, result, claims])).toEqual([
      ['t/labelled', 'warn', 1],
      ['t/made', 'pass', 2],
      ['t/refused', 'fail', 1],
      ['t/token', 'pass', 1],
    ])
    expect(results.notTested.map(({ requirement, kind }) => [requirement, kind])).toEqual([
      ['t/bulk', 'blocked'],
      ['t/nobody-checks', 'no-check'],
      ['t/sorted', 'not-applicable'],
    ])
    expect(results.summary).toMatchObject({ pass: 2, fail: 1, warn: 1, blocked: 1, 'not-applicable': 1 })
  })

  it('shows other evidence where an exchange was another', () => {
    const evidence = (answer: string) =>
      recordOf({ verdicts: [...GOOD, FAILED], answer }).results.items.map((one) => one.evidence)
    const [one, other] = [evidence('a'), evidence('b')]
    expect(one.filter((hash, index) => hash !== other[index])).toHaveLength(1)
    expect(evidence('a')).toEqual(one)
  })

  it('lets the worst of several runs stand', () => {
    const record = recordOf([{ verdicts: [...GOOD, FAILED] }, { run: 'def567' }])
    expect(record.results.summary.fail).toBe(1)
    expect(record.deviations).toHaveLength(1)
    expect(kinds(recordOf([{}, { run: 'def567', profile: 'other' }]))).toEqual(['other-profile'])
  })

  it('counts nothing that a profile waives as tested', () => {
    const record = recordOf({ waived: ['t/token'] })
    expect(record.results.notTested).toContainEqual({ requirement: 't/token', kind: 'waived', reason: '' })
    expect(record.results.items.map(({ requirement }) => requirement)).not.toContain('t/token')
    expect(record.scope.complete).toBe(false)
  })

  it('shows negative scenarios by the runs, takes the vendor’s word for others, and is honest about the rest', () => {
    const negative = [
      { id: 'invalid-token', result: 'failed', remark: 'no' },
      { id: 'missing-access', result: 'passed', remark: 'By hand.' },
    ] as const
    const found = recordOf({}, { ...FORM, negative }).scenarios.negative
    expect(found.map(({ id, result, basis }) => [id, result, basis])).toEqual([
      ['invalid-token', 'passed', 'run'],
      ['missing-token', 'not-tested', 'none'],
      ['missing-access', 'passed', 'declared'],
      ['wrong-customer', 'not-tested', 'none'],
      ['unavailable-api', 'not-tested', 'none'],
      ['rejected-request', 'not-tested', 'none'],
      ['expired-request', 'not-tested', 'none'],
    ])
    const wrong = GOOD.map((one) => (one.id === 'auth/wrong' ? { ...FAILED, id: one.id } : one))
    expect(recordOf({ verdicts: wrong }, { ...FORM, negative }).scenarios.negative[0]).toMatchObject({
      result: 'failed',
      basis: 'run',
    })
  })
})

describe('what cannot be signed', () => {
  it.each([
    [
      'a failure without a decision',
      { verdicts: [...GOOD, FAILED] },
      FORM,
      ['decision', 'missing', 'missing'],
    ],
    [
      'a failure that nobody answers for',
      { verdicts: [...GOOD, FAILED] },
      decided('t/refused', { owner: '' }),
      ['missing'],
    ],
    [
      'a failure to be put right without a day',
      { verdicts: [...GOOD, FAILED] },
      decided('t/refused', { decision: 'fix-before-production' }),
      ['missing'],
    ],
    [
      'a day that is none',
      { verdicts: [...GOOD, FAILED] },
      decided('t/refused', { due: '2027-02-30' }),
      ['day'],
    ],
    [
      'what could not be tried, without a decision',
      { verdicts: [...GOOD, BLOCKED] },
      FORM,
      ['decision', 'missing', 'missing'],
    ],
    ['a production host', { base: 'https://api.fiks.ks.no/scim', hostClass: 'test' }, FORM, ['production']],
    ['a host recorded as production', { hostClass: 'production' }, FORM, ['production']],
    ['an override', { override: 'scim.test.example.org' }, FORM, ['override']],
    [
      'a host that tells nothing',
      { base: 'https://scim.example.org', hostClass: 'unknown' },
      FORM,
      ['unconfirmed'],
    ],
    ['a selection', { only: ['create'] }, FORM, ['partial']],
    ['a part of several', { shard: { index: 1, of: 2 } }, FORM, ['partial']],
    ['waived rules', { waived: ['t/token'] }, FORM, ['partial']],
    [
      'faults of the harness',
      { verdicts: [...GOOD, { ...BLOCKED, outcome: 'error' }] },
      FORM,
      ['partial', 'decision', 'missing', 'missing'],
    ],
    ['an interrupted run', { interrupted: true }, FORM, ['interrupted', 'partial']],
    ['a killed run', { ended: false }, FORM, ['interrupted', 'partial']],
    ['our own endpoint', { embedded: true }, FORM, ['embedded']],
    [
      'a role that no run is about',
      {},
      { ...FORM, system: { ...FORM.system, role: 'scim-client' } },
      ['role'],
    ],
    [
      'nothing tried',
      { verdicts: GOOD.filter(({ outcome }) => outcome !== 'pass') },
      FORM,
      ['nothing-tested'],
    ],
    ['an old run', { finished: '2025-10-01T00:00:00.000Z' }, FORM, ['expired']],
    ['a number in clear', { answer: '"09817742235"' }, FORM, ['numbers-in-clear']],
    [
      'a number of a series with real people',
      { answer: '[identity-number-00000000aa-not-synthetic]' },
      FORM,
      ['other-numbers'],
    ],
    [
      'a wrong organisation number',
      {},
      { ...FORM, vendor: { orgNumber: '310000003', name: 'A' } },
      ['organisation-number'],
    ],
    [
      'a wrong customer',
      {},
      { ...FORM, customer: { orgNumber: '1', name: '' } },
      ['organisation-number', 'missing'],
    ],
    ['no contact', {}, { ...FORM, contacts: [] }, ['contact']],
    [
      'a contact without an address',
      {},
      { ...FORM, contacts: [{ name: 'A', email: 'a@b', role: 'C' }] },
      ['email'],
    ],
    ['a prerequisite without an answer', {}, { ...FORM, prerequisites: [] }, ['prerequisite']],
    [
      'a prerequisite without its day',
      {},
      { ...FORM, prerequisites: [{ id: 'token-expiry', answer: 'yes', date: '', remark: '' }] },
      ['missing'],
    ],
    ['no version', {}, { ...FORM, system: { ...FORM.system, version: '' } }, ['missing']],
    ['no account', {}, { ...FORM, automation: { account: '' } }, ['missing']],
  ] as const)('%s', (_, run, form, expected) => {
    const record = recordOf(run as SampleRun, form as SignoffForm)
    expect(kinds(record)).toEqual(expected)
    expect(record.state).toBe('draft')
  })

  it.each([
    ['a decided failure', { verdicts: [...GOOD, FAILED] }, decided('t/refused'), 'FAILED'],
    ['a warning', { verdicts: [...GOOD, WARNED] }, FORM, 'WARNED'],
    ['a declared part', { only: ['create'] }, { ...FORM, scope: { reason: 'A trial.' } }, 'WARNED'],
    [
      'an explained number',
      { answer: '[identity-number-00000000aa-not-synthetic]' },
      { ...FORM, testData: { remark: 'An invoice.' } },
      'PASSED',
    ],
    [
      'a client that sent to our endpoint',
      { subject: 'client', embedded: true },
      { ...FORM, system: { ...FORM.system, role: 'scim-client' } },
      'PASSED',
    ],
    [
      'a confirmed host',
      { base: 'https://scim.example.org', hostClass: 'unknown' },
      { ...FORM, environment: { name: 'T', confirmedAsTest: true } },
      'PASSED',
    ],
    [
      'a number with blanks',
      {},
      {
        ...FORM,
        vendor: {
          ...FORM.vendor,
          orgNumber: `0192: ${FORM.vendor.orgNumber.slice(0, 3)} ${FORM.vendor.orgNumber.slice(3)}`,
        },
      },
      'PASSED',
    ],
  ] as const)('but %s can be', (_, run, form, result) => {
    const { predicate } = sampleStatement(run as SampleRun, form as SignoffForm)
    expect(kinds(predicate.scimTestSignoff)).toEqual([])
    expect(predicate.result).toBe(result)
  })

  it('by anybody but a named person of the vendor who did not run the tests', () => {
    const record = recordOf()
    expect(signerFaults(SIGNER, record)).toEqual([])
    expect(signerFaults({ ...SIGNER, name: ' SVC-scim-test ' }, record)).toEqual(['automated-account'])
    expect(signerFaults({ ...SIGNER, name: ' ', title: '' }, record)).toEqual(['no-name', 'no-title'])
    expect(signerFaults({ ...SIGNER, orgNumber: '999999999' }, record)).toEqual(['other-organisation'])
  })

  it('never holds a body, nor an identity number that a target answered', () => {
    const secret = 'body-of-an-answer'
    expect(JSON.stringify(sampleStatement({ verdicts: [...GOOD, FAILED], answer: secret }))).not.toContain(
      secret,
    )
    expect(sampleLines({ answer: secret }).join('')).toContain(secret)
  })
})
