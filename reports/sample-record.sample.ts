import type { Item, ItemRecord, RunRecord, Verdict } from '#harness'
import type { Exchange, Json } from '#scim'

/**
 * One fixed run for the tests of all reporters: all six outcomes, a rehearsal that diverges, a rule with more findings
 * than are shown, and a target that tries to break out of every format.
 */

export const HOSTILE = {
  script: `</script><img src=x onerror="alert(1)">`,
  terminal: '\u001b[31mred\u001b[0m\u0007\u009b2J',
  cdata: ']]>&<!--',
  bidi: 'user\u202egnp.exe',
  shell: `'; touch /tmp/owned; '$(id)\`id\``,
  long: 'x'.repeat(10_000),
} as const
const ALL = Object.values(HOSTILE).slice(0, 5).join(' ')

const JSON_TYPE = { 'content-type': 'application/scim+json', accept: 'application/scim+json' }

function exchange(
  n: number,
  by: string,
  request: Exchange['request'],
  status: number,
  body?: Json,
  headers: readonly (readonly [string, string])[] = [['Content-Type', 'application/scim+json']],
): Exchange {
  const text = body === undefined ? '' : JSON.stringify(body)
  const response = { status, headers, text, ...(body === undefined ? {} : { body }) }
  return { id: `x${n}`, by, request, response, at: 40 * n, ms: 12 + (n % 7) }
}

const get = (path: string): Exchange['request'] => ({
  method: 'GET',
  path,
  headers: { accept: 'application/scim+json' },
})
const send = (method: 'POST' | 'PUT' | 'PATCH', path: string, body: Json): Exchange['request'] => ({
  method,
  path,
  headers: JSON_TYPE,
  body,
})
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'
const patch = (path: string, operation: Json) =>
  send('PATCH', path, { schemas: [PATCH_OP], Operations: [operation] })

const created: Json = {
  schemas: [USER],
  id: '2819c223',
  userName: 'st-7f3a-kari@test.kommune.example',
  name: { givenName: 'Kari', familyName: 'Nordmann' },
  emails: [{ value: 'kari@test.kommune.example', type: 'work', primary: 'True' }],
  active: 'True',
  externalId: '[identity-number-0123456789]',
  meta: {
    resourceType: 'User',
    created: '2026-11-21T20:00:00Z',
    location: 'https://scim.example.test/v2/Users/2819c223',
  },
}
const hostile: Json = {
  schemas: [ERROR],
  status: '500',
  detail: ALL,
  [HOSTILE.script]: HOSTILE.terminal,
  trace: HOSTILE.long,
}

const PLAY = 'entra/leaver-loses-access'
const EXCHANGES: readonly Exchange[] = [
  exchange(1, 'patch/remove-needs-a-path', send('POST', '/Users', created), 201, created),
  exchange(2, 'patch/remove-needs-a-path', patch('/Users/2819c223', { op: 'remove' }), 204, undefined, []),
  exchange(3, 'create/booleans-are-booleans', send('POST', '/Users', created), 201, created),
  exchange(
    4,
    'filter/tells-strings-apart[sw]',
    get('/Users?filter=userName%20sw%20%22st-7f3a%22'),
    500,
    hostile,
    [
      ['Content-Type', 'application/json'],
      [`X-${HOSTILE.bidi}`, ALL],
    ],
  ),
  {
    id: 'x5',
    by: 'bulk/stops-after-errors',
    request: { method: 'POST', path: `/Bulk?${HOSTILE.shell}`, headers: JSON_TYPE, text: `{"a":"${ALL}"` },
    failure: { kind: 'reset', message: `socket hang up ${HOSTILE.terminal}` },
    at: 220,
    ms: 5003,
  },
  {
    ...exchange(6, 'errors/unknown-path', get('/Nothing'), 404),
    response: {
      status: 404,
      headers: [['Content-Type', 'text/html']],
      text: '<html><script>alert(1)</script></html>',
      cut: true,
    },
  },
  exchange(7, PLAY, get('/Users?filter=userName%20eq%20%22kari%22'), 200, { totalResults: 0, Resources: [] }),
  exchange(8, PLAY, send('POST', '/Users', created), 201, created),
  exchange(
    9,
    PLAY,
    patch('/Groups/g1', { op: 'Add', path: 'members', value: [{ value: '2819c223' }] }),
    204,
    undefined,
    [],
  ),
  exchange(
    10,
    PLAY,
    patch('/Users/2819c223', { op: 'Replace', path: 'active', value: 'False' }),
    200,
    created,
  ),
  exchange(
    11,
    PLAY,
    patch('/Groups/g1', { op: 'Remove', path: 'members', value: [{ value: '2819c223' }] }),
    400,
    {
      schemas: [ERROR],
      status: '400',
      scimType: 'invalidPath',
      detail: 'value not allowed',
    },
  ),
  exchange(12, 'discover', get('/ServiceProviderConfig'), 200, { patch: { supported: true } }),
]

function verdict(one: Pick<Verdict, 'id' | 'title' | 'outcome'> & Partial<Verdict>): Verdict {
  return { kind: 'check', requirements: [], claims: {}, findings: [], exchanges: [], ...one }
}

const VERDICTS: readonly Verdict[] = [
  verdict({
    id: 'create/user',
    title: 'POST creates a user',
    outcome: 'pass',
    claims: { 'RFC7644-3.3-01': 2 },
  }),
  verdict({
    id: 'read/user-by-id',
    title: 'GET returns the user',
    outcome: 'pass',
    claims: { 'RFC7644-3.4.1-01': 1 },
  }),
  verdict({
    id: 'patch/remove-needs-a-path',
    title: 'PATCH remove without a path is refused with noTarget',
    outcome: 'fail',
    requirements: ['RFC7644-3.5.2.2-01'],
    claims: { 'RFC7644-3.5.2.2-01': 2 },
    exchanges: ['x2'],
    findings: [
      {
        requirement: 'RFC7644-3.5.2.2-01',
        level: 'MUST',
        severity: 'fail',
        what: 'status',
        expected: 400,
        actual: 204,
        exchange: 'x2',
      },
      {
        requirement: 'RFC7644-3.5.2.2-01',
        level: 'MUST',
        severity: 'fail',
        what: 'scimType',
        expected: 'noTarget',
        actual: null,
        absent: true,
        exchange: 'x2',
      },
    ],
  }),
  verdict({
    id: 'create/booleans-are-booleans',
    title: 'Boolean attributes come back as JSON booleans',
    outcome: 'fail',
    requirements: ['RFC7643-2.3.2-01'],
    claims: { 'RFC7643-2.3.2-01': 3 },
    exchanges: ['x3'],
    findings: [
      {
        requirement: 'RFC7643-2.3.2-01',
        level: 'MUST',
        severity: 'fail',
        what: 'body',
        expected: true,
        actual: 'True',
        pointer: '/active',
        exchange: 'x3',
      },
      {
        requirement: 'RFC7643-2.3.2-01',
        level: 'MUST',
        severity: 'fail',
        what: 'body',
        expected: true,
        actual: 'True',
        pointer: '/emails/0/primary',
        exchange: 'x3',
      },
      {
        requirement: 'RFC7643-2.3.2-01',
        level: 'MUST',
        severity: 'fail',
        what: 'body',
        expected: 'present',
        actual: null,
        absent: true,
        pointer: '/meta/lastModified',
        exchange: 'x3',
      },
    ],
  }),
  verdict({
    id: 'filter/tells-strings-apart[sw]',
    title: `A filter with sw selects what begins so ${ALL}`,
    outcome: 'fail',
    requirements: ['RFC7644-3.4.2.2-13'],
    claims: { 'RFC7644-3.4.2.2-13': 1 },
    exchanges: ['x4'],
    findings: [
      {
        requirement: 'RFC7644-3.4.2.2-13',
        level: 'MUST',
        severity: 'fail',
        what: 'body',
        expected: 'present',
        actual: hostile,
        pointer: '/detail',
        exchange: 'x4',
        note: ALL,
      },
    ],
  }),
  verdict({
    id: 'wire/scim-media-type',
    kind: 'rule',
    title: 'Bodies are labelled as SCIM',
    outcome: 'warn',
    requirements: ['RFC7644-3.1-01'],
    claims: { 'RFC7644-3.1-01': 11 },
    more: 7,
    findings: [
      {
        requirement: 'RFC7644-3.1-01',
        level: 'SHOULD',
        severity: 'warn',
        what: 'header content-type',
        expected: 'application/scim+json',
        actual: 'application/json',
        exchange: 'x4',
        reading: 'AMB-032/application-json',
      },
      {
        requirement: 'RFC7644-3.1-01',
        level: 'SHOULD',
        severity: 'warn',
        what: 'header content-type',
        expected: 'application/scim+json',
        actual: 'text/html',
        exchange: 'x6',
      },
    ],
  }),
  verdict({
    id: 'bulk/stops-after-errors',
    title: 'Bulk stops at failOnErrors',
    outcome: 'blocked',
    requirements: ['RFC7644-3.7-01'],
    reason: `could not create a User: POST /Bulk got no answer (socket hang up ${HOSTILE.terminal})`,
    exchanges: ['x5'],
  }),
  verdict({
    id: 'errors/unknown-path',
    title: 'An unknown path is a SCIM error',
    outcome: 'error',
    requirements: ['RFC7644-3.12-01'],
    reason: `the judge itself failed: cannot read ${HOSTILE.script}`,
    exchanges: ['x6'],
  }),
  verdict({
    id: PLAY,
    kind: 'play',
    title: 'Entra: a leaver is switched off and loses every group',
    outcome: 'fail',
    requirements: ['sim/converges', 'sim/tolerates-habits'],
    claims: { 'sim/converges': 9, 'sim/tolerates-habits': 9 },
    exchanges: ['x7', 'x8', 'x9', 'x10', 'x11'],
    findings: [
      {
        requirement: 'sim/tolerates-habits',
        level: 'SHOULD',
        severity: 'warn',
        what: 'person kari: active',
        expected: false,
        actual: true,
        cost: 'access not revoked',
        exchange: 'x10',
        note: 'Entra sends booleans as strings',
      },
      {
        requirement: 'sim/converges',
        level: 'MUST',
        severity: 'fail',
        what: 'group nurses: members',
        expected: [],
        actual: ['kari'],
        cost: 'wrong access',
        exchange: 'x11',
      },
    ],
  }),
  verdict({
    id: 'okta/joiner',
    kind: 'play',
    title: 'Okta: a joiner arrives with name and e-mail',
    outcome: 'pass',
    requirements: ['sim/converges'],
    claims: { 'sim/converges': 4 },
  }),
  verdict({
    id: 'sort/ascending',
    title: 'sortBy sorts ascending by default',
    outcome: 'not-applicable',
    reason: '/ServiceProviderConfig says sort.supported is false',
  }),
  verdict({
    id: 'sort/descending',
    title: 'sortOrder descending turns it round',
    outcome: 'not-applicable',
    reason: '/ServiceProviderConfig says sort.supported is false',
  }),
  verdict({
    id: 'etag/weak',
    title: 'Versions change with the resource',
    outcome: 'not-applicable',
    reason: `/ServiceProviderConfig says etag.supported is false ${HOSTILE.bidi}`,
  }),
]

const BREAKS =
  'Entra: a remove without a path that is accepted empties the group (Entra provisioning reference)'
const ITEMS: readonly Item[] = VERDICTS.map((one, ordinal) => ({
  ordinal,
  id: one.id,
  kind: one.kind,
  title: one.title,
  requirements: one.requirements,
  unit: one.id,
  of: { name: '' },
  ...(one.id === 'patch/remove-needs-a-path' ? { breaks: BREAKS } : {}),
}))

function step(id: string, event: string, doing: string, habits: string[] = [], departs: string[] = []) {
  return { exchange: id, note: { event, doing, object: 'person kari', habits, departs } }
}

const RECORDS: readonly ItemRecord[] = [
  {
    id: PLAY,
    play: {
      result: {
        divergences: [],
        comparisons: 9,
        timeline: [
          { event: 'hire kari' },
          { event: 'join kari to nurses' },
          { sync: 1, requests: 3, differences: 0 },
          { event: 'leave kari' },
          { sync: 2, requests: 2, differences: 2 },
        ],
      },
      steps: [
        step('x7', 'hire kari', 'look for'),
        step('x8', 'hire kari', 'create', ['string-booleans'], ['AMB-054']),
        step('x9', 'join kari to nurses', 'add member', ['capital-op'], ['AMB-048']),
        step('x10', 'leave kari', 'switch off', ['capital-op', 'string-booleans'], ['AMB-048', 'AMB-054']),
        step('x11', 'leave kari', `remove member ${HOSTILE.script}`),
      ],
    },
  },
  {
    id: 'okta/joiner',
    play: {
      result: {
        divergences: [],
        comparisons: 4,
        timeline: [{ event: 'hire kari' }, { sync: 1, requests: 2, differences: 0 }],
      },
      steps: [],
    },
  },
]

const flag = (offered: boolean, name: string) => ({
  offered,
  why: `/ServiceProviderConfig says ${name}.supported is ${offered}`,
})

/** A run with everything that a report has to cope with. */
export const sampleRecord: RunRecord = {
  contracts: [],
  info: {
    tool: { name: 'scim-test', version: '0.1.0' },
    node: 'v20.20.2',
    run: 'st-7f3a',
    seed: '42',
    started: '2026-11-21T20:00:00.000Z',
    target: { base: 'https://scim.example.test/v2', embedded: false, hostClass: 'test' },
    profile: {
      id: 'entra',
      title: 'Entra ID provisioning',
      waived: ['RFC7644-3.4.2.3-01: sorting is not used'],
    },
    strict: false,
    only: [],
    concurrency: 4,
    command: ['run', '--target', 'https://scim.example.test/v2', '--profile', 'entra'],
  },
  facts: {
    base: 'https://scim.example.test/v2',
    features: {
      serviceProviderConfig: { offered: true, why: 'GET /ServiceProviderConfig answers' },
      resourceTypes: { offered: true, why: 'GET /ResourceTypes answers' },
      schemas: { offered: true, why: 'GET /Schemas answers' },
      patch: flag(true, 'patch'),
      put: { offered: true, why: 'RFC 7644 section 3.5 has every service provider support PUT' },
      filter: flag(true, 'filter'),
      sort: flag(false, 'sort'),
      bulk: flag(true, 'bulk'),
      etag: flag(false, 'etag'),
      changePassword: flag(false, 'changePassword'),
      search: { offered: false, why: 'POST /Users/.search answers 404' },
      me: { offered: false, why: `GET /Me answers 501 ${HOSTILE.script}` },
      credentials: { offered: true, why: 'the target refuses requests without credentials' },
      index: { offered: true, why: '/ServiceProviderConfig says nothing of pagination.index' },
      cursor: { offered: false, why: '/ServiceProviderConfig says nothing of pagination.cursor' },
    },
    resourceTypes: [
      { name: 'User', endpoint: '/Users', schema: USER, schemaExtensions: [] },
      {
        name: 'Group',
        endpoint: '/Groups',
        schema: 'urn:ietf:params:scim:schemas:core:2.0:Group',
        schemaExtensions: [],
      },
    ],
    schemas: [],
    described: 'target',
    limits: { maxResults: 200 },
    notes: [`/Resources/0: schema is no URN ${HOSTILE.cdata}`],
  },
  items: ITEMS,
  exchanges: new Map(EXCHANGES.map((one) => [one.id, one])),
  records: RECORDS,
  verdicts: VERDICTS,
  ending: {
    finished: '2026-11-21T20:00:06.200Z',
    ms: 6200,
    requests: 12,
    interrupted: false,
    left: [{ path: '/Users/2819c223', answer: `405 ${HOSTILE.terminal}` }],
  },
}

/** The same target on a good day: nothing but passes and what does not apply. */
export const conformingRecord: RunRecord = {
  ...sampleRecord,
  verdicts: VERDICTS.filter(({ outcome }) => outcome === 'pass' || outcome === 'not-applicable'),
  ending: { finished: '2026-11-21T20:00:06.200Z', ms: 6200, requests: 12, interrupted: false, left: [] },
}
