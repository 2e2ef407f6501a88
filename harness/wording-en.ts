import type { Severity } from '#requirements'
import type { Phrase } from './phrases.ts'
import type { Finding, Kind, Outcome } from './verdict.ts'
import { gateEn } from './wording-gate.ts'

type Cost = NonNullable<Finding['cost']>

const numbers = new Intl.NumberFormat('en-GB')
const number = (n: number) => numbers.format(n)
const count = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`

const outcome: Readonly<Record<Outcome, string>> = {
  error: 'error',
  fail: 'fail',
  blocked: 'blocked',
  warn: 'warning',
  pass: 'pass',
  'not-applicable': 'not applicable',
}

const outcomeMeans: Readonly<Record<Outcome, string>> = {
  error: 'The harness is at fault, not the target.',
  fail: 'A MUST, or defined behaviour, did not hold.',
  blocked: 'Could not be tried.',
  warn: 'A SHOULD did not hold, or only one reading of the text allows the answer.',
  pass: 'Every claim held.',
  'not-applicable': 'The target does not offer it, and nobody requires it.',
}

const reason: Readonly<Record<Outcome, (why: string) => string>> = {
  error: (why) => `The harness is at fault: ${why}`,
  fail: (why) => why,
  blocked: (why) => `Could not be tried: ${why}`,
  warn: (why) => why,
  pass: (why) => why,
  'not-applicable': (why) => `Does not apply: ${why}`,
}

const kind: Readonly<Record<Kind, string>> = { check: 'check', rule: 'rule', play: 'rehearsal' }

const cost: Readonly<Record<Cost, string>> = {
  'access not revoked': 'access not revoked',
  'data lost': 'data lost',
  'wrong access': 'wrong access',
  'provisioning blocked': 'provisioning blocked',
  cosmetic: 'cosmetic',
}

const costMeans: Readonly<Record<Cost, string>> = {
  'access not revoked': 'Somebody keeps access that the directory has taken away.',
  'data lost': 'Something that the directory holds is gone or wrong in the target.',
  'wrong access': 'Somebody has access that the directory does not give.',
  'provisioning blocked': 'The identity provider cannot go on: later changes do not arrive.',
  cosmetic: 'Looks different; nobody gains or loses access.',
}

const judged: Readonly<Record<Severity, string>> = {
  fail: 'counted as a failure, because a strict run judges by the text',
  warn: 'judged as a warning, because other defensible readings do not allow it',
  note: 'noted only, because the text leaves it open',
}

/** How many items had an outcome: `2 warnings`. */
const counted: Readonly<Record<Outcome, (n: number) => string>> = {
  error: (n) => count(n, 'error', 'errors'),
  fail: (n) => `${number(n)} fail`,
  blocked: (n) => `${number(n)} blocked`,
  warn: (n) => count(n, 'warning', 'warnings'),
  pass: (n) => `${number(n)} pass`,
  'not-applicable': (n) => `${number(n)} not applicable`,
}

const confidence: Readonly<Record<string, string>> = {
  documented: 'documented',
  observed: 'observed',
  inferred: 'inferred',
  unknown: 'unknown',
}

/** How many habits are known how well: `12 documented`. */
const evidence = (n: number, known: string) => `${number(n)} ${confidence[known] ?? known}`

/** What data says in English needs no other words in English. */
const phrases: readonly Phrase[] = []

/** Every sentence that a person reads about a run. Another language is another table of this type. */
export const en = {
  lang: 'en',
  /** For numbers and dates. */
  locale: 'en-GB',
  number,
  phrases,
  outcome,
  counted,
  outcomeMeans,
  reason,
  kind,
  cost,
  costMeans,
  confidence,
  evidence,
  level: {
    defined: 'defined behaviour',
    rehearsal: 'IdP rehearsal',
    practice: 'good practice',
    required: (profile: string) => `required by profile ${profile}`,
    recommended: (profile: string) => `recommended by profile ${profile}`,
    raised: 'the profile counts it as a failure',
    lowered: 'counted as a warning',
    noted: 'noted only',
  },
  contract: {
    learnt: (resource: string, hint: string, said: string) =>
      `A new ${resource} was refused (${said}). It is accepted with ${hint}, which all checks now send; put it into the configuration under create.${resource}.`,
    unknown: (resource: string, said: string) =>
      `A new ${resource} was refused (${said}), and nothing that was tried helped: say in the configuration under create.${resource} what it needs.`,
    silent: 'without a reason',
  },
  finding: {
    expected: 'expected',
    got: 'got',
    or: 'or',
    present: 'present',
    absentWanted: 'absent',
    noBody: 'no body',
    noJson: 'no JSON in the body',
    noNamed: (what: string) => `no ${what}`,
    noHeader: (name: string) => `no header ${name}`,
    noAnswer: 'no answer',
    nothing: 'nothing',
    nothingAt: (pointer: string) => `nothing at ${pointer}`,
    status: (value: string) => `status ${value}`,
    header: (name: string, value: string) => `header ${name}: ${value}`,
    at: (pointer: string, value: string) => `${pointer} ${value}`,
    named: (what: string, value: string) => `${what}: ${value}`,
    body: (value: string) => `body ${value}`,
    cutAt: (length: number) => `… (${length} characters)`,
    more: (n: number) => count(n, 'more finding like these', 'more findings like these'),
    allowed: (reading: string, severity: Severity) => `allowed under reading ${reading}; ${judged[severity]}`,
  },
  obstacle: {
    refused: (base: string) => ({
      found: `Nothing listens at ${base}: the connection was refused.`,
      todo: 'Start the service, or correct host and port of the target.',
    }),
    unreachable: (base: string, failure: string) => ({
      found: `The host of ${base} cannot be reached: ${failure}.`,
      todo: 'Check the host name, DNS, VPN and proxy (HTTPS_PROXY) from this machine.',
    }),
    tls: (base: string, failure: string) => ({
      found: `No TLS connection to ${base}: ${failure}.`,
      todo: 'Check the certificate; name a private authority with --ca, and a client certificate under tls in the configuration.',
    }),
    proxy: (base: string, failure: string) => ({
      found: `The proxy lets nothing through to ${base}: ${failure}.`,
      todo: 'Check its address and credentials (proxy in the configuration, HTTPS_PROXY), or go round it with NO_PROXY.',
    }),
    timeout: (base: string) => ({
      found: `${base} accepted the connection and did not answer in time.`,
      todo: 'Check that the service is up and that no firewall swallows the answer, or raise the time limit.',
    }),
    reset: (base: string, failure: string) => ({
      found: `${base} closed the connection without an answer: ${failure}.`,
      todo: 'Look into the log of the service; check whether it wants https instead of http, or a client certificate.',
    }),
    tooLarge: (base: string, failure: string) => ({
      found: `The answer of ${base} is larger than is read: ${failure}.`,
      todo: 'Check that the address is that of a SCIM service.',
    }),
    noAnswer: (base: string, failure: string) => ({
      found: `No usable answer from ${base}: ${failure}.`,
      todo: 'Repeat the request with curl and look into the log of the service.',
    }),
    unauthenticated: (url: string, status: number) => ({
      found: `The target refused the credentials: GET ${url} answered ${status}.`,
      todo: 'Check that the token is set, has not expired and belongs to this environment.',
    }),
    forbidden: (url: string, status: number) => ({
      found: `The target knows the credentials but gives them no access: GET ${url} answered ${status}.`,
      todo: 'Give the client the right to read and write users and groups (scope or role).',
    }),
    notScim: (url: string, status: number, type: string) => ({
      found: `No SCIM service: GET ${url} answered ${status} with ${type} instead of JSON.`,
      todo: 'Correct the base address: it is the one in front of /Users, often ending in /scim/v2.',
    }),
    html: (url: string, status: number) => ({
      found: `A web page and no SCIM service: GET ${url} answered ${status} with HTML.`,
      todo: 'Correct the base address (often it ends in /scim/v2), and check that no login page or proxy stands in front.',
    }),
    nothingThere: (url: string, status: number) => ({
      found: `Nothing there: GET ${url} answered ${status}, and so did all three discovery endpoints.`,
      todo: 'Correct the base address; where the service has no /Users, describe its resource types in the configuration.',
    }),
  },
  run: {
    conforms: (profile: string) => `Conforms to profile ${profile}`,
    conformsOnly: (profile: string) => `What was selected conforms to profile ${profile}`,
    fails: (profile: string) => `Does not conform to profile ${profile}`,
    clientConforms: (profile: string) => `What the client sent conforms to profile ${profile}`,
    clientFails: (profile: string) => `What the client sent does not conform to profile ${profile}`,
    error: 'No judgement: the harness is at fault',
    faults: (n: number) => `the harness is at fault in ${count(n, 'item', 'items')}: no judgement on those`,
    interrupted: 'Not finished: the run was interrupted',
    nothing: 'No judgement: nothing was tried',
    causes: 'Common causes',
    strict: 'strict: warnings count as failures',
    only: (ids: string) => `only ${ids}`,
    waived: (what: string) => `waived: ${what}`,
    override: (reason: string) => `production override: ${reason}`,
    requests: (n: number) => count(n, 'request', 'requests'),
    left: (n: number) => `${count(n, 'object', 'objects')} could not be removed from the target`,
    beside: (n: number, example: string) =>
      `${count(n, 'request', 'requests')} beside the base address, such as ${example}: answered 404, not judged`,
    clean: 'scim-test clean tries again',
    seed: (seed: string) => `seed ${seed}`,
    reports: 'reports',
  },
  line: {
    breaks: 'breaks',
    again: 'again',
    cost: 'cost',
    first: 'first request',
    note: 'note',
    reading: 'reading',
    noAnswerYet: 'no answer',
    compared: (n: number) => `directory and target compared ${count(n, 'time', 'times')}`,
    placeholders: 'Replace each [identity-number-…] and [secret] by a value of your own.',
  },
  page: {
    title: 'SCIM conformance report',
    target: 'Target',
    embedded: 'embedded reference endpoint',
    profile: 'Profile',
    started: 'Started',
    took: 'Took',
    seed: 'Seed',
    run: 'Run',
    mode: 'Mode',
    tolerant: 'default (no defensible reading fails)',
    described: 'Described by',
    describedBy: {
      target: 'the target itself',
      configuration: 'the configuration',
      'built-in': 'the built-in schemas (the target has no usable /ResourceTypes)',
    },
    offers: 'What the target offers',
    offered: 'offered',
    notOffered: 'not offered',
    odd: 'Odd in discovery',
    notes: 'What the documents behind the profile leave open',
    notesMean: 'Noted only: no verdict depends on it.',
    filter: 'Filter',
    outcomes: 'Outcomes',
    topic: 'Topic',
    allTopics: 'all topics',
    search: 'Text',
    searchHint: 'id, title, RFC section, path …',
    shown: 'shown',
    none: 'Nothing matches the filter.',
    request: 'Request',
    response: 'Response',
    noBody: 'no body',
    cut: 'cut',
    moment: (day: string, time: string) => `${day}, ${time} UTC`,
    moreLines: (n: number) => `${count(n, 'more line', 'more lines')} in report.json or run.ndjson`,
    reproduce: 'Reproduce',
    only: 'this check alone',
    onlySession: 'a session like this one',
    onPaper:
      'Bodies of requests and answers are left out on paper: they are in the file that this was printed from, and in run.ndjson.',
    curl: 'this request alone',
    copy: 'Copy',
    copied: 'Copied',
    timeline: 'Timeline',
    diverged: 'the divergence starts here',
    claims: (n: number) => count(n, 'claim', 'claims'),
    left: 'Left behind in the target',
    skip: 'Skip to the verdicts',
    rows: 'What the profile asks for',
    rowsMean: 'as the verdicts say',
    rowOutcome: { 'not-run': 'not part of this run', 'not-judged': 'no test can see it' },
    unknownRequirement: 'The text of this requirement is not in the report.',
    about: 'Made from one record; secrets and identity numbers were replaced before anything was written.',
  },
  gate: gateEn,
  play: {
    caption:
      'From top to bottom: what happens in the organisation, what the identity provider sends because of it, and what the endpoint answers.',
    directory: 'Directory',
    provider: 'Identity provider',
    endpoint: 'Endpoint',
    answer: 'answered',
    sync: (n: number) => `Synchronisation ${n}`,
    equal: 'no new difference',
    notCompared: 'nothing could be compared',
    differences: (n: number) => count(n, 'difference', 'differences'),
    readings: (n: number) => `read back ${n === 1 ? 'once' : `${number(n)} times`}`,
    gap: (n: number) => `${count(n, 'more request', 'more requests')} in run.ndjson`,
    omitted: (n: number) => `${count(n, 'more event or problem', 'more events and problems')} in run.ndjson`,
    habits: (n: number) =>
      `${count(n, 'habit', 'habits')} that shaped these requests, and how they are known`,
    membership: 'Who is in which group after each synchronisation',
    person: 'Person',
    others: 'others',
    sameHabits: 'same habits',
    legend: (counts: string) => `Habits that shaped these requests (${counts})`,
    ended: {
      different: (differences: number, sent: string) =>
        `${count(differences, 'difference', 'differences')} between directory and target (${sent})`,
      notCompared: (sent: string) => `nothing was compared (${sent})`,
      equal: (compared: number | undefined, sent: string) =>
        `no new difference${compared ? ` in ${count(compared, 'comparison', 'comparisons')}` : ''} (${sent})`,
    },
    standing: {
      lacks: 'missing in the target',
      extra: 'still or wrongly in the target',
      unread: 'in the directory; the target could not be read',
    },
  },
}

export type Messages = typeof en
