import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '#harness'
import { crowdedTarget, TOKEN } from '../safety/foreign-people.ts'
import { cli, newFolder, readReport } from './cli.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

const check = (id: string, act: string, judge: string) => `
import { defineCheck } from 'scim-test/check'
export default defineCheck({
  id: 'mine/${id}',
  title: 'A check of somebody else',
  proves: ['mine/R-1'],
  needs: { resource: 'User' },
  ${act},
  ${judge},
  counterexample: (seen) => seen,
})`

const LOOK = `async act({ given, send }) { const user = await given('User'); return { read: await send({ method: 'GET', path: user.path }) } }`
const CLAIM = `judge({ read }, claim) { claim('mine/R-1', read).status(200) }`

/** A profile of a third party, in a folder of its own, importing nothing but the authoring door. */
function profileFolder(checks: Record<string, string>): string {
  const folder = newFolder()
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(ROOT, join(folder, 'node_modules', 'scim-test'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(
    join(folder, 'profile.js'),
    `import { defineProfile } from 'scim-test/check'
     export default defineProfile({ id: 'mine', title: 'Mine', about: 'x', requirements: [
       { id: 'mine/R-1', level: 'MUST', requirement: 'It answers.', source: 'me', confidence: 'documented' }] })`,
  )
  mkdirSync(join(folder, 'checks'))
  for (const [name, text] of Object.entries(checks)) writeFileSync(join(folder, 'checks', `${name}.js`), text)
  return folder
}

async function run(checks: Record<string, string>, extra: string[] = [], env = {}) {
  const cwd = profileFolder(checks)
  const { code, stdout, stderr } = await cli(['run', '--profile', './', ...extra], { cwd, env })
  const verdicts: Verdict[] = readReport(join(cwd, 'scim-test-report')).verdicts
  return { code, stdout, stderr, verdicts }
}

describe('a profile of a third party', { timeout: 60_000 }, () => {
  it('runs through the same door', async () => {
    const { code, verdicts } = await run({ looks: check('looks', LOOK, CLAIM) })
    expect(code).toBe(0)
    expect(verdicts.map(({ id, outcome }) => [id, outcome])).toEqual([['mine/looks', 'pass']])
  })

  it('is told that a check which claims nothing is at fault, with exit code 3', async () => {
    const { code, verdicts, stdout } = await run({ silent: check('silent', LOOK, 'judge() {}') })
    expect(code).toBe(3)
    expect(verdicts[0]).toMatchObject({ outcome: 'error', reason: expect.stringContaining('made no claim') })
    expect(stdout).toContain('mine/silent')
  })

  it('cannot touch what the run did not make, whatever it tries', async () => {
    const target = await crowdedTarget()
    const before = target.snapshot()
    const somebody = /"id":"([^"]+)"/.exec(before)?.[1] ?? ''
    const write = (request: string) => `async act({ send }) { return { read: await send(${request}) } }`
    const attempts = {
      deletes: write(`{ method: 'DELETE', path: '/Users/${somebody}' }`),
      patches: write(`{ method: 'PATCH', path: '/Users/${somebody}', body: {} }`),
      climbs: write(`{ method: 'DELETE', path: '/Groups/../Users/${somebody}' }`),
      unmarked: write(`{ method: 'POST', path: '/Users', body: { userName: 'unmarked' } }`),
    }
    const checks = Object.fromEntries(
      Object.entries(attempts).map(([id, act]) => [id, check(id, act, CLAIM)]),
    )
    const { code, verdicts } = await run(checks, ['--target', target.url], { SCIM_TEST_TOKEN: TOKEN })
    await target.close()
    expect(code).toBe(3)
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['error', 'error', 'error', 'error'])
    for (const { reason } of verdicts) expect(reason).toContain('did not make')
    expect(target.snapshot()).toBe(before)
  })

  it('with a wrong id is told so', async () => {
    const cwd = profileFolder({ one: check('two', LOOK, CLAIM) })
    const { code, stderr } = await cli(['run', '--profile', './'], { cwd })
    expect(stderr).toMatch(/calls itself "mine\/two"; its id is "mine\/one"/)
    expect(code).toBe(2)
  })
})
