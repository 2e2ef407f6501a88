import {
  classifyHost,
  type Ending,
  type HostClass,
  type RunEvent,
  type RunInfo,
  type Verdict,
} from '#harness'
import { findIdentityNumbers } from '#people'
import { type Exchange, isObject } from '#scim'
import { sha256 } from './canonical.ts'

/** What a sign-off takes from the record of one run. No body of a request or an answer is among it. */
export interface TestedRun {
  readonly info: RunInfo
  /** Missing where the run was killed. */
  readonly ending?: Ending
  readonly verdicts: readonly Verdict[]
  readonly class: HostClass
  /** Without user, query and fragment. */
  readonly baseUrl: string
  /** SHA-256 of the lines of those exchanges that verdicts name, by their ids. */
  readonly hashes: ReadonlyMap<string, string>
  /** Ids of tests that sent requests with other credentials than the run's own, by the kind of those. */
  readonly foreignCredentials: ReadonlyMap<string, ReadonlySet<string>>
  readonly requests: number
  /** Users that the run created. */
  readonly created: number
  readonly identityNumbers: { readonly all: number; readonly otherSeries: number; readonly inClear: number }
  /** SHA-256 of the whole file. */
  readonly recordHash: string
}

export class UnusableRun extends Error {
  override readonly name = 'UnusableRun'
}

/** The lines of a record, from its beginning each time. */
export type Lines = () => Iterable<string>

/**
 * Reads a record twice, line by line: what the verdicts name is known at its end only, and a long run does not fit in
 * memory.
 * @param recordHash of the file's bytes
 * @throws UnusableRun where the lines are no record of a run
 */
export function readTestedRun(lines: Lines, recordHash: string): TestedRun {
  const { info, ending, verdicts, users } = readVerdicts(lines)
  const cited = new Set(verdicts.flatMap(({ exchanges, findings }) => [...exchanges, ...citedBy(findings)]))
  const seen = watch(lines, cited, users)
  const base = new URL(info.target.base)
  return {
    info,
    ...(ending ? { ending } : {}),
    verdicts,
    class: nearest([classifyHost(base.hostname), ...known(info.target.hostClass)]),
    baseUrl: `${base.origin}${base.pathname.replace(/\/$/, '')}`,
    ...seen,
    recordHash,
  }
}

function citedBy(findings: Verdict['findings']): string[] {
  return findings.flatMap(({ exchange }) => (exchange === undefined ? [] : [exchange]))
}

const CLASSES: readonly HostClass[] = ['loopback', 'test', 'unknown', 'production']

/** The class that is nearest to production. */
export function nearest(classes: readonly HostClass[]): HostClass {
  const rank = Math.max(...classes.map((one) => CLASSES.indexOf(one)))
  return CLASSES[rank] ?? 'unknown'
}

function known(text: string): HostClass[] {
  return CLASSES.filter((one) => one === text)
}

function readVerdicts(lines: Lines) {
  let info: RunInfo | undefined
  let ending: Ending | undefined
  let users = '/Users'
  const verdicts: Verdict[] = []
  for (const line of lines()) {
    if (!/^\{"event":"(run|facts|verdict|end)"/.test(line)) continue
    const event = parseEvent(line)
    if (event.event === 'run') info ??= event.info
    if (event.event === 'verdict') verdicts.push(event.verdict)
    if (event.event === 'end') ending = event.ending
    if (event.event === 'facts')
      users = event.facts.resourceTypes.find(({ name }) => name === 'User')?.endpoint ?? users
  }
  if (!info?.target?.base || verdicts.some(({ id, outcome }) => !id || !outcome)) throw new UnusableRun()
  return { info, ending, verdicts, users }
}

/** What only the exchanges tell. */
function watch(lines: Lines, cited: ReadonlySet<string>, users: string) {
  const hashes = new Map<string, string>()
  const foreignCredentials = new Map<string, Set<string>>()
  const placeholders = new Set<string>()
  const inClear = new Set<string>()
  let requests = 0
  let created = 0
  for (const line of lines()) {
    for (const { digits } of findIdentityNumbers(line)) inClear.add(digits)
    for (const [name] of line.matchAll(/\[identity-number-[0-9a-f]{10}(?:-not-synthetic)?\]/g))
      placeholders.add(name)
    if (!line.startsWith('{"event":"exchange"')) continue
    const event = parseEvent(line)
    if (event.event !== 'exchange') continue
    const { exchange } = event
    requests++
    if (cited.has(exchange.id)) hashes.set(exchange.id, sha256(line))
    if (makesUser(exchange, users)) created++
    const { credentials = 'own', by } = exchange
    if (credentials !== 'own')
      foreignCredentials.set(credentials, (foreignCredentials.get(credentials) ?? new Set()).add(by))
  }
  const otherSeries = [...placeholders].filter((name) => name.endsWith('-not-synthetic]')).length
  const identityNumbers = { all: placeholders.size + inClear.size, otherSeries, inClear: inClear.size }
  return { hashes, foreignCredentials, requests, created, identityNumbers }
}

function makesUser({ request, response }: Exchange, users: string): boolean {
  return request.method === 'POST' && request.path.split('?')[0] === users && response?.status === 201
}

function parseEvent(line: string): RunEvent {
  try {
    const event: unknown = JSON.parse(line)
    if (isObject(event)) return event as unknown as RunEvent
  } catch {
    // Half a line: said below.
  }
  throw new UnusableRun()
}
