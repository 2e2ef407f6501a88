import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { serve } from '#bin/http/server'
import { loadDialects, loadProfiles } from '#bin/load'
import { createEndpoint, type Endpoint } from '#endpoint'
import { createPlay, loadScenario } from '#simulator'
import { KINDS } from '../../simulator/scenario/timeline.ts'
import { runInMemory } from '../bench/in-memory.ts'
import { cli, newFolder, readReport } from './cli.ts'
import { warmCli } from './warm.ts'

const warm = warmCli()

const GUIDE = readFileSync(new URL('../../docs/guides/scenarios.md', import.meta.url), 'utf8')
const EXAMPLE = /```yaml\n(.*?)```/s.exec(GUIDE)?.[1] ?? ''

const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.length))
/** The timelines alone: what the reporter prints below them keeps to rules of its own. */
const told = (text: string) => text.slice(0, text.search(/^(Habits that|[✗·] \S+\/|Conforms|\d+ )/m))

describe('simulate', { timeout: 120_000 }, () => {
  it('tells what happened, what was sent and why, what differs and where that began', async () => {
    const out = newFolder()
    const args = ['--scenario', 'leavers/from-all-groups', '--defect', 'deactivation-not-stored']
    const { code, stdout } = await cli(['simulate', '--dialect', 'entra', ...args, '--out', out])
    expect(code, stdout).toBe(1)
    expect(stdout).toMatch(/^● leave kari$/m)
    expect(stdout).toMatch(/^✗ x\d+ +PATCH \/Users\/\S+ → 20\d$/m)
    expect(stdout).toMatch(/update person kari: Replace active "False"/)
    expect(stdout).toMatch(/\[documented: .*; observed: /)
    expect(stdout).toMatch(/✗ person kari: active \(access not revoked\)/)
    expect(stdout).toMatch(/^ +first request x\d+ +PATCH \/Users\/\S+ → 20\d$/m)
    expect(widest(told(stdout))).toBeLessThanOrEqual(100)
    const [play] = readReport(out).verdicts
    expect(play.again).toMatch(
      /^scim-test simulate --dialect entra --scenario leavers\/from-all-groups --defect/,
    )
    expect(play.rehearsal.timeline.at(-1).groups.teachers.target).toEqual(['ola'])
    expect(readFileSync(join(out, 'junit.xml'), 'utf8')).toContain('entra/leavers/from-all-groups')
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('class="members"')
    const again = await cli(['judge', join(out, 'run.ndjson')])
    expect(again.code, again.stderr).toBe(1)
  })

  it('sends one request after the other, and reads back several at a time', async () => {
    let underWay = 0
    const most: Record<string, number> = {}
    const token = 'token-of-the-slow-target'
    let endpoint: Endpoint | undefined
    const answer: Endpoint['handle'] = (request) => (endpoint as Endpoint).handle(request)
    const target = await serve({
      port: 0,
      endpoint: { handle: answer },
      line: async (request) => {
        underWay += 1
        most[request.method] = Math.max(most[request.method] ?? 0, underWay)
        await wait(5)
        underWay -= 1
        return answer(request)
      },
    })
    endpoint = createEndpoint({ base: target.url, token, now: () => new Date() })
    const args = ['--dialect', 'eadm', '--scenario', 'joiner-to-leaver', '--concurrency', '4']
    const where = ['--target', target.url, '--token', token, '--out', newFolder(), '--quiet']
    const { code, stdout } = await cli(['simulate', ...args, ...where])
    await target.close()
    expect(code, stdout).toBe(0)
    expect(most).toMatchObject({ POST: 1, PATCH: 1, GET: 4 })
  })

  it('says of an inferred habit that it is', async () => {
    const { stdout } = await cli(['simulate', '--dialect', 'eadm', '--scenario', 'leavers/from-all-groups'])
    expect(stdout).toMatch(/\[inferred: page-as-probe\]/)
    expect(stdout).toMatch(/page-as-probe \(inferred\)/)
  })

  it('plays several, with commas and repeated', async () => {
    const out = newFolder()
    const scenarios = ['--scenario', 'movers/marriage,leavers/disabled', '--scenario', 'groups/renamed']
    const args = ['simulate', '--dialect', 'entra,eadm', ...scenarios, '--out', out]
    const { code, stdout } = await cli(args)
    expect(code, stdout).toBe(0)
    const plays = readReport(out).verdicts.filter(({ kind }: { kind: string }) => kind === 'play')
    expect(plays.length).toBe(6)
    expect(stdout).not.toContain('●')
  })

  it.each([
    ['an unknown dialect among others', ['--dialect', 'entra,entre'], /Did you mean "entra"/],
    ['an unknown scenario', ['--scenario', 'movers/mariage'], /Did you mean "movers\/marriage"/],
    [
      'a scenario that is not for the dialect',
      ['--dialect', 'eadm', '--scenario', 'joiners/needed-at-once'],
      /"joiners\/needed-at-once" is not meant for the dialect "eadm", only for entra/,
    ],
    ['nothing at all', ['--dialect', ','], /Name at least one/],
    ['a folder', ['--scenario', '.'], /Cannot read the scenario .*EISDIR/],
  ])('explains %s', async (_, args, says) => {
    const { code, stdout, stderr } = await warm(['simulate', ...args])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it.each([
    ['broken YAML', (text: string) => text.replace('groups:', 'groups: ['), /^story\.yaml:\d+:\d+: .*YAML/],
    [
      'an unknown event',
      (text: string) => text.replace('- hire: kari', '- hier: kari'),
      /^story\.yaml:\d+:5: .*did you mean "hire"/,
    ],
    [
      'a dialect that there is not',
      (text: string) => text.replace('people:', 'dialects: [entre]\npeople:'),
      /"entre".*Did you mean "entra"/,
    ],
  ])('shows where a file has %s', async (_, spoil, says) => {
    const cwd = newFolder()
    writeFileSync(join(cwd, 'story.yaml'), spoil(EXAMPLE))
    const { code, stderr } = await warm(['simulate', '--scenario', 'story.yaml'], { cwd })
    expect(stderr).toMatch(says)
    expect(code).toBe(2)
  })

  it('lists dialects with the evidence for their habits, and scenarios with whom they are for', async () => {
    const dialects = await warm(['list', 'dialects'])
    expect(dialects.stdout).toMatch(/^entra .*\(\d+ documented, \d+ observed, \d+ inferred habits\)$/m)
    const scenarios = await warm(['list', 'scenarios'])
    expect(scenarios.stdout).toMatch(/^joiners\/needed-at-once .*\(entra.*\)$/m)
  })
})

describe('the guide', () => {
  it('has an example that plays in every dialect', { timeout: 120_000 }, async () => {
    const profiles = await loadProfiles('rfc')
    const scenario = loadScenario(EXAMPLE, 'scenarios.md')
    for (const dialect of await loadDialects()) {
      const plays = [createPlay(scenario, dialect)]
      const { verdicts } = await runInMemory({ units: { checks: [], rules: [], plays }, profiles })
      expect(verdicts.map(({ id, outcome, findings }) => ({ id, outcome, findings }))).toEqual([
        { id: `${dialect.id}/school-to-home`, outcome: 'pass', findings: [] },
      ])
    }
  })

  it.each(KINDS)('explains %s', (kind) => expect(GUIDE).toContain(`\`${kind}\``))
})
