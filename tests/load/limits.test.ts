import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadProfiles } from '#bin/load'
import { loadIn, loadWords } from '#bin/run/load-settings'
import { type Act, type Check, defineCheck, get, type LoadBudget, loadOf, sideBySide } from '#check'
import {
  createClient,
  createLimiter,
  createRedactor,
  journalFile,
  type Load,
  openJournal,
  readJournal,
  sweep,
  TransportFailure,
  USUAL_LOAD,
} from '#harness'
import { runInMemory, SMALL_LOAD } from '../bench/in-memory.ts'

/** Load has a budget and a stop, and what it made is removed whatever ends it. */
const profiles = await loadProfiles('rfc')

interface Trial {
  readonly id?: string
  readonly budget: LoadBudget
  act(act: Act): Promise<unknown>
}

/** A load check as a newcomer would write it. */
const trial = ({ id = 'trial/heavy', budget, act }: Trial): Check =>
  defineCheck({
    id,
    title: 'A trial',
    proves: ['RFC7644-3.4.1-01'],
    load: () => budget,
    async act(doors) {
      const user = await doors.given('User')
      await act(doors)
      return { read: await doors.send(get(user.path)) }
    },
    judge: ({ read }, claim) => void claim('RFC7644-3.4.1-01', read).status(200),
    counterexample: (seen) => seen,
  })

async function tried(checks: readonly Check[], load: Load = SMALL_LOAD) {
  const { verdicts, exchanges } = await runInMemory({
    units: { checks, rules: [], plays: [] },
    profiles,
    load,
  })
  const own = exchanges.filter(({ by }) => by.startsWith('trial/'))
  const sentBy = (id: string) => exchanges.filter(({ by }) => by === id).length
  const count = (method: string, status: number) =>
    own.filter(({ request, response }) => request.method === method && response?.status === status).length
  return { verdicts, sentBy, made: count('POST', 201), removed: count('DELETE', 204) }
}

const AMPLE: LoadBudget = { requests: 100_000, makes: 100_000 }

describe('the budget of a load check', () => {
  it('may be spent', async () => {
    const act = ({ given }: Act) => sideBySide(9, () => given('User'))
    const { verdicts, made, removed } = await tried([trial({ budget: { requests: 11, makes: 10 }, act })])
    expect([verdicts[0]?.outcome, made, removed]).toEqual(['pass', 10, 10])
  })

  it('is for resources as well: beyond it nothing is made', async () => {
    const act = ({ given }: Act) => sideBySide(10, () => given('User'))
    const { verdicts, made, removed } = await tried([trial({ budget: { requests: 100, makes: 10 }, act })])
    const reason = 'the check is at fault: it declares 10 resources and makes more'
    expect([verdicts[0]?.outcome, verdicts[0]?.reason]).toEqual(['error', reason])
    expect([made, removed]).toEqual([10, 10])
  })

  it('counts what a bulk request could make', async () => {
    const operation = { method: 'POST', path: '/Users', bulkId: 'a', data: {} }
    const body = { schemas: ['x'], Operations: [operation, operation] }
    const act = ({ send }: Act) => send({ method: 'POST', path: '/Bulk', body })
    const { verdicts } = await tried([trial({ budget: { requests: 100, makes: 2 }, act })])
    expect(verdicts[0]?.reason).toContain('it declares 2 resources and makes more')
  })
})

describe('the time for load', () => {
  /** Goes on for ever, as far as it is let. */
  const endless = ({ given }: Act) => sideBySide(1_000_000, () => given('User'))
  const brief = { ...SMALL_LOAD, minutes: 0.005 }

  it('ends a check, which sends nothing more and leaves nothing behind', async () => {
    const { verdicts, sentBy, made, removed } = await tried([trial({ budget: AMPLE, act: endless })], brief)
    const sent = sentBy('trial/heavy')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(sentBy('trial/heavy')).toBe(sent)
    expect([verdicts[0]?.outcome, verdicts[0]?.reason]).toEqual([
      'blocked',
      'the time for load was up (--load minutes=…)',
    ])
    expect(made).toBeGreaterThan(1)
    expect(removed).toBe(made)
  })

  it('is one for all: those that come after it are not begun', async () => {
    const checks = ['trial/a', 'trial/b'].map((id) => trial({ id, budget: AMPLE, act: endless }))
    const { verdicts, sentBy } = await tried(checks, brief)
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['blocked', 'blocked'])
    expect([sentBy('trial/a') > 0, sentBy('trial/b')]).toEqual([true, 0])
  })
})

describe('cleaning up after load', () => {
  let out = ''
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'load-'))
  })
  afterEach(() => rmSync(out, { recursive: true, force: true }))

  /** What a run left that had made so many, and a target that answers so many requests before it hangs. */
  async function swept(made: number, answers: number) {
    const journal = openJournal(out, 'ld2345', 'http://t/scim')
    const numbers = await journal.intents(
      Array.from({ length: made }, (_, n) => ({
        collection: '/Users',
        marks: { userName: `st-ld2345-${n}` },
      })),
    )
    numbers.forEach((number, n) => {
      journal.made(number, `/Users/u${n}`)
    })
    let asked = 0
    const client = createClient({
      transport: async () => {
        asked += 1
        if (asked > answers) throw new TransportFailure('timeout', 'no complete answer')
        return { status: 204, headers: [], body: new Uint8Array() }
      },
      base: 'http://t/scim',
      credentials: {},
      journal,
      redactor: createRedactor([], 's'),
      limiter: createLimiter(8),
      tag: 'st-ld2345',
    })
    const { removed, left } = await sweep(journalFile(out, 'ld2345'), client)
    journal.close()
    return { removed, left, asked }
  }

  it('gives a target up that answers nothing any more, and keeps the rest in the journal', async () => {
    const { removed, left, asked } = await swept(2_000, 1_000)
    expect(removed).toBeGreaterThan(400)
    expect(
      removed + new Set(left.map(({ path }) => path).filter((path) => path !== '/')).size,
    ).toBeGreaterThanOrEqual(2_000)
    expect(asked).toBeLessThan(1_200)
    expect(readJournal(journalFile(out, 'ld2345')).paths).toHaveLength(2_000 - removed)
  })
})

describe('--load', () => {
  it.each<[string, Partial<Load>]>([
    ['', {}],
    ['members=500', { members: 500 }],
    ['members=500,users=20', { members: 500, users: 20 }],
  ])('"%s"', (option, more) => {
    const { load } = loadIn(option, undefined)
    expect(load).toEqual({ ...USUAL_LOAD, ...more })
    expect(loadIn(loadWords(load)[1] ?? '', undefined)).toEqual({ load })
  })

  it.each(['member=1', 'members', 'members=0', 'members=1.5', 'members=-1', 'atOnce=1'])(
    '"%s" is refused',
    (option) => expect(() => loadIn(option, undefined)).toThrow(/load/),
  )

  it('comes from the configuration as well, and the option goes before it', () => {
    expect(loadIn(undefined, undefined)).toEqual({})
    expect(loadIn(undefined, false)).toEqual({})
    expect(loadIn(undefined, true)).toEqual({ load: USUAL_LOAD })
    const both = loadIn('users=7', { users: 8, members: 9 })
    expect(both.load).toEqual({ ...USUAL_LOAD, users: 7, members: 9 })
    expect(loadOf({ load: both.load } as never)).toBe(both.load)
  })
})
