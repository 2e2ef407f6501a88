import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { defect, rewritten } from '#endpoint'
import { type JsonObject, member } from '#scim'
import { cli, newFolder, readReport, start } from '../cli/cli.ts'
import { type CrowdedTarget, crowdedTarget, TOKEN } from './foreign-people.ts'

let target: CrowdedTarget | undefined
let stranger = ''
afterEach(async () => {
  await target?.close()
  target = undefined
})

const env = { SCIM_TEST_TOKEN: TOKEN }
const journalsIn = (out: string) =>
  existsSync(join(out, 'journal')) ? readdirSync(join(out, 'journal')) : []

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 1_000 && !holds(); i++) await wait(20)
  expect(holds()).toBe(true)
}

function hasLearnt(out: string): boolean {
  const file = join(out, 'run.ndjson')
  return existsSync(file) && readFileSync(file, 'utf8').includes('"event":"learnt"')
}

/** Several of the run's resources are there: the one that it begins with is soon gone again. */
function isInTheMiddle(snapshot: string, before: string): boolean {
  return snapshot.length > before.length + 3_000
}

describe('a target with 200 users and 20 groups that the run did not make', { timeout: 120_000 }, () => {
  it('is what it was after a full run', async () => {
    target = await crowdedTarget()
    const before = target.snapshot()
    const out = newFolder()
    const { code, stderr } = await cli(['run', '--target', target.url, '--out', out, '--quiet'], { env })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(target.snapshot()).toBe(before)
    expect(readReport(out).left).toEqual([])
    expect(journalsIn(out)).toEqual([])
  })

  it('is what it was after Ctrl-C in the middle', async () => {
    target = await crowdedTarget(2)
    const one = target
    const before = one.snapshot()
    const out = newFolder()
    const { child, ended } = start(['run', '--target', one.url, '--out', out], { env })
    await until(() => isInTheMiddle(one.snapshot(), before))
    child.kill('SIGINT')
    const { code, stderr } = await ended
    expect(stderr).toContain('Interrupted')
    expect(code).toBe(130)
    expect(one.snapshot()).toBe(before)
    expect(journalsIn(out)).toEqual([])
    expect(readReport(out).interrupted).toBe(true)
  })

  it.each([
    [
      'its first resource is made',
      (_: string, one: CrowdedTarget, before: string) => one.snapshot() !== before,
    ],
    ['it has learnt what the target wants', (out: string) => hasLearnt(out)],
  ])('is left alone after Ctrl-C before the first check, when %s', async (_, holds) => {
    target = await crowdedTarget(5)
    const one = target
    const before = one.snapshot()
    const out = newFolder()
    const { child, ended } = start(['run', '--target', one.url, '--out', out], { env })
    await until(() => holds(out, one, before))
    const sent = one.requests()
    child.kill('SIGINT')
    const { code } = await ended
    expect(code).toBe(130)
    expect(one.requests() - sent).toBeLessThan(40)
    expect(one.snapshot()).toBe(before)
    expect(readReport(out).interrupted).toBe(true)
  })

  it('is what it was after kill -9 and clean', async () => {
    target = await crowdedTarget(2)
    const one = target
    const before = one.snapshot()
    const out = newFolder()
    const { child, ended } = start(['run', '--target', one.url, '--out', out], { env })
    await until(() => isInTheMiddle(one.snapshot(), before))
    child.kill('SIGKILL')
    await ended
    expect(one.snapshot()).not.toBe(before)
    expect(journalsIn(out)).toHaveLength(1)
    const { code, stdout } = await cli(['clean', '--out', out], { env })
    expect(stdout).toMatch(/removed \d+ resource/)
    expect(code).toBe(0)
    expect(one.snapshot()).toBe(before)
    expect(journalsIn(out)).toEqual([])
  })

  it('finds what was created without an answer, by its name alone', async () => {
    target = await crowdedTarget()
    const one = target
    const before = one.snapshot()
    const out = newFolder()
    const { child, ended } = start(['run', '--target', one.url, '--out', out, '--rate', '40'], { env })
    await until(() => isInTheMiddle(one.snapshot(), before))
    child.kill('SIGKILL')
    await ended
    // As if the power had gone between the answer and the note of it.
    const file = join(out, 'journal', journalsIn(out)[0] as string)
    const { writeFileSync } = await import('node:fs')
    const lines = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, lines.filter((line) => !line.includes('"entry":"made"')).join('\n'))
    await cli(['clean', '--out', out], { env })
    expect(one.snapshot()).toBe(before)
  })

  it('is what it was when the target gives away its ids for what the run creates', async () => {
    const lying = defect({
      id: 'gives-ids-of-others-away',
      title: 'The answer to a create has the id of somebody else',
      breaks: ['RFC7643-3.1-06'],
      around: (request, next) => {
        const reply = next(request)
        return request.method === 'POST' && reply.status === 201
          ? rewritten(reply, (body) => ({ ...body, id: stranger }))
          : reply
      },
    })
    target = await crowdedTarget(0, [lying])
    const before = JSON.parse(target.snapshot())
    stranger = before[0][0].id
    const out = newFolder()
    const { code } = await cli(
      ['run', '--target', target.url, '--out', out, '--quiet', '--only', 'create,put,groups,entra,eadm'],
      {
        env,
      },
    )
    expect(code).toBe(1)
    const ids = new Set(before.flat().map(({ id }: { id: string }) => id))
    const after = JSON.parse(target.snapshot()).map((list: { id: string }[]) =>
      list.filter(({ id }) => ids.has(id)),
    )
    expect(after).toEqual(before)
    expect(readReport(out).left.length).toBeGreaterThan(0)
  })

  it('is what it was when the target gives away its ids for what bulk creates', async () => {
    const lying = defect({
      id: 'gives-ids-of-others-away-in-bulk',
      title: 'Each result of a bulk request has the place of somebody else',
      breaks: ['RFC7644-3.7.3-02'],
      around: (request, next) => {
        const reply = next(request)
        const results = member(reply.body, 'Operations')
        if (request.path !== '/Bulk' || !Array.isArray(results)) return reply
        const elsewhere = results.map((one) =>
          typeof member(one, 'location') === 'string'
            ? {
                ...(one as JsonObject),
                location: String(member(one, 'location')).replace(/[^/]+$/, stranger),
              }
            : one,
        )
        return rewritten(reply, (body) => ({ ...body, Operations: elsewhere }))
      },
    })
    target = await crowdedTarget(0, [lying])
    const before = JSON.parse(target.snapshot())
    stranger = before[0][0].id
    const out = newFolder()
    await cli(['run', '--target', target.url, '--out', out, '--quiet', '--only', 'bulk'], { env })
    const ids = new Set(before.flat().map(({ id }: { id: string }) => id))
    const after = JSON.parse(target.snapshot()).map((list: { id: string }[]) =>
      list.filter(({ id }) => ids.has(id)),
    )
    expect(after).toEqual(before)
    expect(readReport(out).left.length).toBeGreaterThan(0)
  })

  it('is what it was when the answers to bulk requests get lost', async () => {
    const silent = defect({
      id: 'answers-bulk-with-nothing',
      title: 'A bulk request is done and answered without a word',
      breaks: ['RFC7644-3.7.3-01'],
      around: (request, next) => {
        const reply = next(request)
        const isDone = request.path === '/Bulk' && reply.status === 200
        return isDone ? { status: 200, headers: { 'content-type': 'text/plain' }, text: 'Done' } : reply
      },
    })
    target = await crowdedTarget(0, [silent])
    const before = target.snapshot()
    const out = newFolder()
    const { code } = await cli(['run', '--target', target.url, '--out', out, '--quiet', '--only', 'bulk'], {
      env,
    })
    expect(code).toBe(1)
    expect(target.snapshot()).toBe(before)
    expect(readReport(out).left).toEqual([])
    expect(journalsIn(out)).toEqual([])
  })

  it('is not touched by plan', async () => {
    target = await crowdedTarget()
    const before = target.snapshot()
    expect((await cli(['plan', '--target', target.url], { env })).code).toBe(0)
    expect(target.snapshot()).toBe(before)
  })
})

describe('what is kept', { timeout: 120_000 }, () => {
  it('holds no token, no identity number and nobody else', async () => {
    target = await crowdedTarget()
    const out = newFolder()
    const result = await cli(
      ['run', '--target', target.url, '--out', out, '--profile', 'fiks-current', '--allure'],
      { env },
    )
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const texts = files.map((entry) => ({
      name: entry.name,
      text: readFileSync(join(entry.parentPath, entry.name), 'latin1'),
    }))
    expect(texts.map(({ name }) => name)).toContain('run.ndjson')
    const screen = { name: 'screen', text: result.stdout + result.stderr }
    for (const { name, text } of [...texts, screen]) {
      expect(text.includes(TOKEN), `${name} holds the token`).toBe(false)
      expect(
        text.includes(encodeURIComponent(Buffer.from(TOKEN).toString('base64'))),
        `${name} holds it in base64`,
      ).toBe(false)
      expect(identityNumbersIn(text), `identity numbers in ${name}`).toEqual([])
      expect(text.includes('fremmed.example'), `${name} holds somebody else`).toBe(false)
    }
  })
})

/** Any standing-alone run of eleven digits in the Tenor form: no clock, id or size looks like that. */
function identityNumbersIn(text: string): string[] {
  return text.match(/(?<![\w.-])[0-7]\d(?:8[1-9]|9[0-2])\d{7}(?![\w.])/g) ?? []
}
