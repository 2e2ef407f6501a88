import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { baselineCommand } from '#bin/commands/baseline'
import { diffCommand } from '#bin/commands/diff'
import { judgeCommand } from '#bin/commands/judge'
import { mergeCommand } from '#bin/commands/merge'
import type { Verdict } from '#harness'
import { cli, newFolder, type Result, readReport } from './cli.ts'

/** Two of these are red with the defect. */
const ONLY = [
  '--settle',
  '50',

  '--only',
  'patch/active-goes-off-and-on,patch/acknowledged-means-applied,patch/remove-needs-a-path,wire',
]
const DEFECT = ['--defect', 'deactivation-not-stored']
const RED = ['patch/acknowledged-means-applied', 'patch/active-goes-off-and-on']

const folder = newFolder()
const at = (...names: string[]) => join(folder, ...names)
const record = (name: string) => at(name, 'run.ndjson')
const baseline = at('known.yaml')
const runs = {} as Record<'red' | 'green' | 'part1' | 'part2', Result>

const run = (out: string, args: string[], env: NodeJS.ProcessEnv = {}) =>
  cli(['run', '--quiet', '--out', at(out), ...ONLY, ...args], { cwd: folder, env })

beforeAll(async () => {
  const github = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: at('summary.md') }
  runs.red = await run('red', DEFECT, github)
  const part = (n: number) => run(`part-${n}`, [...DEFECT, '--shard', `${n}/2`, '--fail-on', 'never'])
  ;[runs.green, runs.part1, runs.part2] = await Promise.all([run('green', []), part(1), part(2)])
}, 120_000)

/** What a command prints, and how it ends. */
async function told(task: () => Promise<number>): Promise<{ code: number; text: string }> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    const code = await task()
    return { code, text: write.mock.calls.map(([text]) => String(text)).join('') }
  } finally {
    write.mockRestore()
  }
}

const create = (more: object = {}) =>
  baselineCommand({
    action: 'create',
    from: record('red'),
    file: baseline,
    reason: 'Mended in 4.2',
    until: '2999-01-31',
    ...more,
  })
const judge = (name: string, more: object = {}) =>
  told(() => judgeCommand({ file: record(name), quiet: true, baseline, ...more }))
const entry = (id: string, until: string, more = '') =>
  `entries:\n  - id: ${id}\n    reason: known\n    until: ${until}\n${more}`

describe('in GitHub Actions', () => {
  it('the run is red, annotated, and summed up', () => {
    expect(runs.red.code, runs.red.stderr).toBe(1)
    const [log = '', after = ''] = runs.red.stdout
      .split(/^::stop-commands::(?:\w+)\n([\s\S]*?)^::\w+::\n/m)
      .slice(1)
    expect(log).toContain('Does not conform')
    const errors = after.split('\n').filter((line) => line.startsWith('::error '))
    expect(errors.map((line) => /title=(\S+)/.exec(line)?.[1])).toEqual(RED)
    const summary = readFileSync(at('summary.md'), 'utf8')
    for (const id of RED) expect(summary).toContain(`<code>${id}</code>`)
  })

  it('elsewhere nothing is said to GitHub', () => expect(runs.green.stdout).not.toContain('::'))
})

describe('a baseline', { timeout: 60_000 }, () => {
  it('is made by one command, and makes the build green at once while the report stays red', async () => {
    expect(await told(create)).toMatchObject({ code: 0, text: expect.stringContaining('2 entries written') })
    const { code, text } = await judge('red', { out: at('excused') })
    expect(code).toBe(0)
    expect(text).toContain('Does not conform to profile rfc')
    expect(text).toContain(`2 failures excused by ${baseline} until 2999-01-31`)
    const report = readReport(at('excused'))
    expect([report.conforms, report.gate.passes, report.totals.fail]).toEqual([false, true, 2])
    writeFileSync(at('scim-test.config.yaml'), `baseline: ${baseline}\n`)
    const again = await run('again', DEFECT)
    expect(again.code, again.stdout + again.stderr).toBe(0)
  })

  it('is not overwritten', () => expect(create()).rejects.toThrow(/is there already/))

  it('is red when it is not needed any more, and prune takes out what is not', async () => {
    const { code, text } = await judge('green')
    expect(code).toBe(1)
    for (const id of RED) expect(text).toContain(id)
    expect(text).toContain('Fixed: it is "pass" now')
    const file = at('pruned.yaml')
    writeFileSync(file, readFileSync(baseline))
    const pruned = await told(() => baselineCommand({ action: 'prune', from: record('green'), file }))
    expect(pruned.text).toContain('2 entries taken out')
    expect((await judge('green', { baseline: file })).code).toBe(0)
  })

  it('is red when an entry has expired or names nothing, and what is new is red', async () => {
    const file = at('old.yaml')
    writeFileSync(
      file,
      entry(RED[0] as string, '2020-01-31', entry('patch/remove-needs-a-path[x]', '2999-01-31').slice(9)),
    )
    const { code, text } = await judge('red', { baseline: file })
    expect(code).toBe(1)
    expect(text).toContain('Expired on 2020-01-31')
    expect(text).toContain('2 items are red and not excused')
    // Out of the selection of this run, so that it is not known to be unknown.
    writeFileSync(file, entry('patch/nothing', '2999-01-31'))
    expect((await judge('red', { baseline: file })).text).toContain(
      '1 entry of the baseline not tried by this run',
    )
    const update = { action: 'update', file, until: '2999-12-31' } as const
    expect((await told(() => create(update))).text).toContain('2 entries written')
    expect((await judge('red', { baseline: file })).code).toBe(0)
    expect((await told(() => create(update))).text).toContain('left as it is')
  })

  it('needs a reason and a day to come', async () => {
    const file = at('none.yaml')
    await expect(create({ file, reason: ' ' })).rejects.toThrow(/--reason/)
    await expect(create({ file, until: undefined })).rejects.toThrow(/--until/)
    await expect(create({ file, until: '2027-02-30' })).rejects.toThrow(/--until/)
    await expect(create({ file, until: '2020-01-01' })).rejects.toThrow(/is over/)
    await expect(create({ file, from: at('known.yaml') })).rejects.toThrow(/neither the record/)
    expect(existsSync(file)).toBe(false)
  })

  it('that is wrong stops the run before anything is sent, with line and column', async () => {
    writeFileSync(at('wrong.yaml'), 'entries:\n  - id: a\n    reson: b\n    until: soon\n')
    const { code, stderr } = await run('wrong', ['--baseline', 'wrong.yaml'])
    expect(code).toBe(2)
    expect(stderr).toContain('wrong.yaml:3:5: unknown key "reson". Did you mean "reason"?')
    expect(stderr).toContain('wrong.yaml:4:12: until is "soon"')
    expect(existsSync(at('wrong'))).toBe(false)
  })
})

describe('--fail-on', () => {
  it('never reports only, and says so', async () => {
    const { code, text } = await judge('red', { baseline: undefined, failOn: 'never' })
    expect(code).toBe(0)
    expect(text).toContain('The build passes (nothing is red: the run only reports)')
  })

  it('takes nothing else', () =>
    expect(judge('red', { failOn: 'error' })).rejects.toThrow(/fail, blocked, warn, never/))
})

describe('diff', () => {
  const diff = (before: string, after: string, more = {}) =>
    told(() => diffCommand({ before: at(before), after: at(after), ...more }))

  it('tells what turned red and green, with the exit code of it', async () => {
    const worse = await diff('green', 'red/report.json')
    expect(worse.code).toBe(1)
    expect(worse.text).toContain(`Turned red (2)\n  ${RED[0]}  pass → fail\n  ${RED[1]}  pass → fail\n`)
    const better = await diff('red', 'green')
    expect([better.code, better.text.split('\n')[0]]).toEqual([0, 'Turned green (2)'])
    expect((await diff('red', 'red/report.json')).text).toContain('Nothing turned red.')
  })

  it('tells programs the same', async () => {
    const { code, text } = await diff('green', 'red', { json: true })
    const { regressed, changes, version } = JSON.parse(text)
    expect([code, version, regressed]).toEqual([1, 1, true])
    expect(changes.map(({ id, change }: { id: string; change: string }) => `${id} ${change}`)).toEqual(
      RED.map((id) => `${id} red`),
    )
  })

  it('refuses what is no run', async () => {
    await expect(diff('red', 'nowhere')).rejects.toThrow(/There is no file/)
    await expect(diff('red', 'summary.md')).rejects.toThrow(/neither the record/)
  })
})

describe('parts of a run', { timeout: 60_000 }, () => {
  const merge = (parts: string[], more: object = {}) =>
    told(() => mergeCommand({ parts: parts.map((one) => at(one)), out: at('merged'), quiet: true, ...more }))
  const outcomes = (name: string) =>
    readReport(at(name)).verdicts.map(({ id, outcome }: Verdict) => `${id} ${outcome}`)

  it('come together to the report of the whole, which is the gate', async () => {
    expect([runs.part1.code, runs.part2.code], runs.part1.stderr + runs.part2.stderr).toEqual([0, 0])
    const parts = [1, 2].map((n) => readReport(at(`part-${n}`)))
    const checks = parts.map(({ verdicts }) => verdicts.filter(({ kind }: Verdict) => kind === 'check'))
    expect(checks.flat()).toHaveLength(3)
    expect((await merge(['part-2', 'part-1'])).code).toBe(1)
    expect(outcomes('merged')).toEqual(outcomes('red'))
    const report = readReport(at('merged'))
    expect(report.requests).toBe(parts.reduce((sum, { requests }) => sum + requests, 0))
    expect(report.shard).toBeUndefined()
    const [red] = report.verdicts
    expect(report.exchanges[red.findings[0].exchange].by).toBe(red.id)
    expect((await merge(['part-1', 'part-2'], { baseline })).code).toBe(0)
  })

  it('the record of the whole can be judged again, with all that rules see', async () => {
    await merge(['part-1', 'part-2'])
    expect((await judge('merged', { out: at('rejudged') })).code).toBe(0)
    const claims = (name: string) =>
      readReport(at(name)).verdicts.map(({ id, claims }: Verdict) => `${id} ${JSON.stringify(claims)}`)
    expect(claims('rejudged')).toEqual(claims('merged'))
  })

  it('that do not belong together are refused', async () => {
    await expect(merge(['part-1'])).rejects.toThrow(/missing: 2\/2/)
    await expect(merge(['part-1', 'part-1'])).rejects.toThrow(/both part 1\/2/)
    await expect(merge(['part-1', 'red'])).rejects.toThrow(/no part of a run/)
    await expect(merge(['part-1', 'part-2'], { out: at('part-1') })).rejects.toThrow(/would overwrite/)
    await expect(merge(['part-1', 'nowhere'])).rejects.toThrow(/There is no file/)
  })
})
