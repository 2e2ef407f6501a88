import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cli, newFolder, readReport, type Started, start } from '../cli/cli.ts'

let endpoint: Started
let url = ''

beforeAll(async () => {
  endpoint = start(['serve', '--port', '0'])
  url = await new Promise((resolve) => {
    endpoint.child.stdout?.on('data', (chunk) => {
      const found = /http:\S+/.exec(String(chunk))
      if (found) resolve(found[0])
    })
  })
}, 60_000)

afterAll(() => {
  endpoint.child.kill()
})

const STORY = ['simulate', '--dialect', 'entra', '--scenario', 'joiner-to-leaver']
const GO_ON = ['simulate', '--state', 'play.state', '--resume']

async function left(): Promise<number> {
  const counts = ['/Users', '/Groups'].map(async (path) => {
    const answer = await fetch(url + path)
    return ((await answer.json()) as { totalResults: number }).totalResults
  })
  return (await Promise.all(counts)).reduce((sum, count) => sum + count)
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('simulate in parts', { timeout: 120_000 }, () => {
  it('is stopped, killed and gone on with, and leaves nothing behind', async () => {
    const cwd = newFolder()
    const out = join(cwd, 'scim-test-report')
    const state = join(cwd, 'play.state')
    const first = await cli([...STORY, '--target', url, '--state', 'play.state', '--until', '1'], { cwd })
    expect(first.code, first.stderr).toBe(0)
    expect(first.stdout).toMatch(/^Stopped after synchronisation 1\. \d+ resources stay on the target\.$/m)
    expect(first.stdout).toContain('scim-test simulate --state play.state --resume')
    expect(await left()).toBeGreaterThan(0)
    expect(existsSync(join(out, 'report.json'))).toBe(false)

    const { size } = statSync(state)
    const second = start([...GO_ON, '--rate', '25'], { cwd })
    await until(() => statSync(state).size > size + 10_000)
    second.child.kill('SIGKILL')
    await second.ended
    expect(await left()).toBeGreaterThan(0)

    const third = await cli(GO_ON, { cwd })
    expect(third.code, third.stdout + third.stderr).toBe(0)
    expect(third.stderr).toMatch(/^entra\/joiner-to-leaver goes on after \d+ requests\.$/m)
    expect(await left()).toBe(0)
    const [play] = readReport(out).verdicts
    expect(play).toMatchObject({ id: 'entra/joiner-to-leaver', outcome: 'pass' })
    const record = readFileSync(join(out, 'run.ndjson'), 'utf8')
    const ids = [...record.matchAll(/^\{"event":"exchange","exchange":\{"id":"(x\d+)"/gm)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids[0]).toBe('x1')

    const fourth = await cli(GO_ON, { cwd })
    expect(fourth).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('is over') })
  })

  it('by Ctrl-C keeps what it has; once that is cleaned up, nothing may be gone on with', async () => {
    const cwd = newFolder()
    const { child, ended } = start([...STORY, '--target', url, '--state', 'play.state', '--rate', '25'], {
      cwd,
    })
    const state = join(cwd, 'play.state')
    await until(() => existsSync(state) && statSync(state).size > 10_000)
    child.kill('SIGINT')
    expect(await ended).toMatchObject({
      code: 130,
      stdout: expect.stringContaining('Nothing was removed from the target'),
      stderr: expect.stringContaining('The play is kept'),
    })
    const kept = await left()
    expect(kept).toBeGreaterThan(0)
    const cleaned = await cli(['clean'], { cwd })
    expect(cleaned.stdout).toContain(`removed ${kept} resource`)
    const { code, stderr } = await cli(GO_ON, { cwd })
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('which is not there') })
  })
})
