import { type Phase, TROUBLES, type Trouble } from './kill-target.ts'

/** What ends a command before its time. */
const KINDS = [
  'SIGKILL',
  'SIGINT',
  'SIGINT twice',
  'SIGTERM',
  'full disk',
  'target away while cleaning',
] as const

type Kind = (typeof KINDS)[number]

/** When: at a request (of all, or of the writes alone), or so many milliseconds after the start. */
export type Moment =
  | { readonly at: 'request' | 'write'; readonly n: number; readonly phase: Phase }
  | { readonly at: 'ms'; readonly n: number }

export interface KillCase {
  readonly n: number
  readonly kind: Kind
  /** The command line, without target and folder. */
  readonly command: readonly string[]
  readonly trouble: Trouble
  readonly moment: Moment
  /** Milliseconds between the first and the second SIGINT. */
  readonly again: number
  /** Kilobytes of the disk that gets full. */
  readonly disk: number
  /** Requests of the cleaning after which nobody answers any more; -1: already when the run cleans up after itself. */
  readonly awayAfter: number
}

/** Command lines, with about how many requests and writes they come to. */
const COMMANDS: readonly (readonly [line: string, requests: number, writes: number])[] = [
  ['run --only create', 250, 180],
  ['run --only groups', 150, 110],
  ['run --only bulk', 150, 90],
  ['run --only delete', 120, 80],
  ['run --only put,etag', 200, 140],
  ['run --only patch/add,patch/remove', 150, 110],
  ['run --only members,groups --concurrency 8', 150, 110],
  ['run --only create,delete --concurrency 1', 330, 240],
  ['run --only attributes --concurrency 16', 400, 250],
  ['simulate', 150, 60],
  ['simulate --dialect okta --scenario joiner-to-leaver,groups/large-group', 120, 80],
  ['simulate --dialect keycloak,authentik --scenario joiner-to-leaver', 100, 60],
  ['simulate --dialect entra --scenario movers/name-change-with-user-name,groups/renamed', 60, 30],
  ['simulate --dialect sailpoint,onelogin --scenario joiner-to-leaver', 80, 50],
  ['simulate --dialect entra,okta --scenario faults/answer-to-a-create-lost', 60, 30],
  ['simulate --dialect eadm --scenario all', 300, 150],
  ['simulate --dialect google --scenario google/two-hundred-and-fifty-members', 300, 280],
  ['simulate --dialect entra --scenario joiner-to-leaver --state PLAY', 150, 60],
  ['simulate --dialect okta --scenario groups/large-group --state PLAY', 100, 80],
]

/** The same cases for the same seed. */
export function killCases(seed: number, count: number): KillCase[] {
  return Array.from({ length: count }, (_, n) => killCase(seed, n))
}

function killCase(seed: number, n: number): KillCase {
  const random = randomOf(seed * 1_000_003 + n)
  const below = (most: number) => Math.floor(random() * most)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const [line, requests, writes] = pick(COMMANDS)
  const phase: Phase = pick(['arrived', 'done'])
  // Half of all cases are about the endpoint as it should be, and those at writes about what matters most.
  const trouble = random() < 0.3 ? (TROUBLES[0] as Trouble) : pick(TROUBLES)
  const at = random()
  const moment: Moment =
    at < 0.5
      ? { at: 'write', n: 1 + below(writes), phase }
      : at < 0.8
        ? { at: 'request', n: 1 + below(requests), phase }
        : { at: 'ms', n: 300 + below(6_000) }
  return {
    n,
    kind: KINDS[n % KINDS.length] as Kind,
    command: line.split(' '),
    trouble,
    moment,
    again: below(600),
    disk: 4 * (2 + below(random() < 0.5 ? 40 : 400)),
    awayAfter: pick([-1, 0, 0, 1, 2, 5, 9, 14]),
  }
}

/** mulberry32: numbers from 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
