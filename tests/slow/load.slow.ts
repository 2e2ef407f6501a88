import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { loadDeviations, loadProfiles, unitsOf } from '#bin/load'
import type { Verdict } from '#harness'
import { throttled } from '../bench/circumstances.ts'
import { runInMemory, SMALL_LOAD } from '../bench/in-memory.ts'
import { deviationsToTry, mindedIn } from '../bench/trial.ts'
import { cli, newFolder, readReport, start } from '../cli/cli.ts'
import { CAUGHT } from '../load/caught.ts'
import { crowdedTarget, TOKEN } from '../safety/foreign-people.ts'

/**
 * Races and load in their full form, over sockets and with the built program: ten thousand members and more than a thousand
 * users on the honest endpoint, every defect that only load shows, legal variants, and what ends a run in the middle.
 */

/** A busy machine is no fault of the endpoint: how soon it answers is tried by the defects. */
const PATIENT = 'patience=30000'
const TIMEOUT = ['--timeout', '60000']
const HOUR = { timeout: 3_600_000 }

interface Figures {
  readonly requests: number
  readonly ms: number
  readonly created: number
  readonly deleted: number
}

function figuresOf(out: string): Figures {
  const text = readFileSync(join(out, 'run.ndjson'), 'utf8').split('\n')
  const count = (method: string, status: number) =>
    text.filter(
      (line) => line.includes(`"method":"${method}"`) && line.includes(`"response":{"status":${status},`),
    ).length
  const { requests, ms } = readReport(out)
  return { requests, ms, created: count('POST', 201), deleted: count('DELETE', 204) }
}

const said: string[] = []
const show = (what: string, { requests, ms, created, deleted }: Figures) =>
  said.push(
    `  ${what}: ${requests} requests, ${created} resources made, ${deleted} removed, ${(ms / 1000).toFixed(0)} s`,
  )

const notClean = (verdicts: readonly Verdict[]): unknown[] =>
  verdicts
    .filter(({ outcome, findings }) => !['pass', 'not-applicable'].includes(outcome) || findings.length > 0)
    .map(({ id, outcome, reason, findings }) => ({ id, outcome, reason, findings }))

const journalsIn = (out: string) =>
  existsSync(join(out, 'journal')) ? readdirSync(join(out, 'journal')) : []

describe('the honest endpoint', () => {
  it('is green with --load, and nothing of it is left', HOUR, async () => {
    const out = newFolder()
    const { code, stdout, stderr } = await cli([
      'run',
      '--load',
      PATIENT,
      ...TIMEOUT,
      '--quiet',
      '--out',
      out,
    ])
    expect(code, stdout + stderr).toBe(0)
    const report = readReport(out)
    expect(notClean(report.verdicts)).toEqual([])
    expect(report.left).toEqual([])
    expect(journalsIn(out)).toEqual([])
    const passed = report.verdicts.filter(
      ({ id, outcome }: Verdict) => id.startsWith('load/') && outcome === 'pass',
    )
    expect(passed).toHaveLength(11)
    const figures = figuresOf(out)
    expect(figures.created).toBeGreaterThan(12_000)
    expect(figures.deleted).toBeGreaterThanOrEqual(figures.created)
    show('all of profile rfc with --load', figures)
    rmSync(out, { recursive: true })
  })

  it('costs nothing more without it', HOUR, async () => {
    const out = newFolder()
    const { code } = await cli(['run', '--only', 'load,read/accept-anything', '--quiet', '--out', out])
    expect(code).toBe(0)
    expect(readReport(out).requests).toBeLessThan(20)
    rmSync(out, { recursive: true })
  })
})

describe('over sockets', () => {
  let caught = 0
  const kinds = new Map<string, string>()

  it.each(Object.entries(CAUGHT))('%s is seen by %s', HOUR, async (id, unit) => {
    if (kinds.size === 0) for (const one of await loadDeviations()) kinds.set(one.id, one.kind)
    const out = newFolder()
    // The reading is no defect and has no option: tests/load/load.test.ts has it.
    if (kinds.get(id) !== 'defect') return
    const load = ['--load', 'members=300,users=250,seconds=4']
    await cli(['run', '--only', unit, ...load, '--defect', id, '--quiet', '--out', out])
    const { verdicts } = readReport(out) as { verdicts: readonly Verdict[] }
    const red = verdicts.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn')
    expect(red.map((one) => one.id.replace(/\[.*/, ''))).toContain(unit)
    expect(red.flatMap(({ findings }) => findings).length).toBeGreaterThan(0)
    caught += 1
    rmSync(out, { recursive: true })
  })

  afterAll(() => {
    const all = Object.keys(CAUGHT).filter((id) => kinds.get(id) === 'defect').length
    said.push(`  defects that only load shows, over sockets: ${caught} of ${all} seen`)
  })

  const legal: Readonly<Record<string, readonly string[]>> = {
    'refuses two thousand members with 413': ['large-bodies-refused', 'patch-answers-204'],
    'takes a hundred members at a time': ['members-a-hundred-at-a-time', 'page-size-is-three'],
    'answers 429 with Retry-After now and then': ['http-throttled-now-and-then', 'lists-take-a-while'],
    'pages by cursor only': ['cursor-only', 'members-not-shown', 'groups-not-shown'],
  }
  it.each(Object.entries(legal))('a target that %s is green', HOUR, async (what, variants) => {
    const out = newFolder()
    const load = ['--load', `members=2000,users=300,seconds=4,${PATIENT}`]
    const flags = variants.flatMap((one) => ['--variant', one])
    const { code, stdout } = await cli([
      'run',
      '--only',
      'load',
      '--only',
      'wire',
      ...load,
      ...flags,
      '--out',
      out,
    ])
    expect(code, stdout).toBe(0)
    const { verdicts, left } = readReport(out)
    expect(notClean(verdicts)).toEqual([])
    expect(left).toEqual([])
    show(what, figuresOf(out))
    rmSync(out, { recursive: true })
  })
})

describe('each legal variant', async () => {
  const profiles = await loadProfiles('rfc')
  const all = await unitsOf(profiles)
  const units = { checks: all.checks.filter(({ load }) => load), rules: all.rules, plays: [] }
  const variants = await deviationsToTry('variant')
  let wrong = 0

  it.each([...variants.map((one) => [one.id, [one]] as const), ['throttled', []] as const])(
    '%s is green under load',
    HOUR,
    async (id, deviations) => {
      const network = id === 'throttled' ? { network: throttled(4) } : {}
      const options = {
        units,
        profiles,
        deviations,
        now: () => new Date(),
        load: { ...SMALL_LOAD, patience: 60_000 },
      }
      const minded = mindedIn((await runInMemory({ ...options, ...network })).verdicts)
      if (minded.length > 0) wrong += 1
      expect(minded).toEqual([])
    },
  )

  afterAll(() => {
    said.push(`  legal variants under load: ${wrong} of ${variants.length + 1} wrongly red`)
  })
})

describe('what ends load in the middle', () => {
  /** Thousands of users are there beside those whom the run did not make. */
  async function filling(more: readonly string[], enough: number) {
    const target = await crowdedTarget()
    const before = target.snapshot()
    const out = newFolder()
    const args = [
      'run',
      '--only',
      'load/large-group',
      '--target',
      target.url,
      ...TIMEOUT,
      '--out',
      out,
      ...more,
    ]
    const { child, ended } = start(args, { env: { SCIM_TEST_TOKEN: TOKEN } })
    while (enough > 0 && target.snapshot().length < before.length + enough) await wait(500)
    return { target, before, out, child, ended }
  }

  it('Ctrl-C among thousands of creates leaves nothing behind', HOUR, async () => {
    const { target, before, out, child, ended } = await filling(['--load', PATIENT], 2_000_000)
    const stopped = performance.now()
    child.kill('SIGINT')
    const { code, stderr } = await ended
    const seconds = (performance.now() - stopped) / 1000
    expect(stderr).toContain('Interrupted')
    expect(code).toBe(130)
    expect(target.snapshot()).toBe(before)
    expect(journalsIn(out)).toEqual([])
    const { created, deleted } = figuresOf(out)
    expect(created).toBeGreaterThan(2_000)
    expect(deleted).toBeGreaterThanOrEqual(created)
    said.push(`  Ctrl-C after ${created} creates: ${deleted} removed in ${seconds.toFixed(0)} s`)
    await target.close()
    rmSync(out, { recursive: true })
  })

  it('the time limit ends the check, and all of it is removed', HOUR, async () => {
    const { target, before, out, ended } = await filling(['--load', 'members=200000,users=1,minutes=1'], 0)
    const { code } = await ended
    expect(code).toBe(1)
    const { verdicts, left } = readReport(out)
    const told = verdicts.find(({ id }: Verdict) => id === 'load/large-group')
    expect([told.outcome, told.reason]).toEqual(['blocked', 'the time for load was up (--load minutes=…)'])
    expect(left).toEqual([])
    expect(target.snapshot()).toBe(before)
    const { created, deleted } = figuresOf(out)
    said.push(`  a minute of load: ${created} made, ${deleted} removed`)
    await target.close()
    rmSync(out, { recursive: true })
  })

  it('SIGKILL leaves a journal, from which clean removes all', HOUR, async () => {
    const { target, before, out, child, ended } = await filling(['--load', PATIENT], 1_000_000)
    child.kill('SIGKILL')
    await ended
    expect(journalsIn(out)).toHaveLength(1)
    const began = performance.now()
    const { code, stdout } = await cli(['clean', '--out', out, ...TIMEOUT], {
      env: { SCIM_TEST_TOKEN: TOKEN },
    })
    expect(code, stdout).toBe(0)
    expect(target.snapshot()).toBe(before)
    expect(journalsIn(out)).toEqual([])
    said.push(
      `  clean after SIGKILL: ${stdout.trim()} (${((performance.now() - began) / 1000).toFixed(0)} s)`,
    )
    await target.close()
    rmSync(out, { recursive: true })
  })
})

afterAll(() => console.log(['load:', ...said].join('\n')))
