import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { URN } from '#scim'
import { cli, newFolder, readReport, start } from '../cli/cli.ts'

const TOKEN = 'for-this-test-alone'
const PASSWORD = 'sesame-open-thyself'
/** Of a Tenor series: nobody's. */
const NUMBER = '09817742235'

interface Sent {
  readonly method: string
  readonly path: string
  readonly body?: object
}

/** `serve --record` on a port of its own; `send` tries again as a client should. */
async function recording(folder: string, ...args: string[]) {
  const words = ['serve', '--record', '--port', '0', '--profile', 'fiks-current', ...args]
  const { child, ended } = start(words, { cwd: folder, env: { SCIM_TEST_TOKEN: TOKEN } })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += chunk
      const found = /http:\S+/.exec(said)
      if (found && /Ctrl-C ends the session/.test(said)) resolve(found[0])
    })
    ended.then(({ stderr }) => reject(new Error(stderr)))
  })
  const statuses: number[] = []
  const send = async ({ method, path, body }: Sent): Promise<{ id: string }> => {
    const headers = { 'content-type': 'application/scim+json', authorization: `Bearer ${TOKEN}` }
    const sent = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }
    const answer = await fetch(url + path, sent).catch(() => undefined)
    statuses.push(answer?.status ?? 0)
    if (answer && answer.status !== 429 && answer.status < 500)
      return (await answer.json().catch(() => ({}))) as { id: string }
    const seconds = Number(answer?.headers.get('retry-after') ?? 1)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
    return send({ method, path, ...(body ? { body } : {}) })
  }
  const end = async () => {
    child.kill('SIGINT')
    return ended
  }
  return { send, end, ended, statuses }
}

const person = (change: object = {}) => ({
  schemas: [URN.user, URN.fiksPerson],
  externalId: 'kari',
  userName: 'kari@test.kommune.example',
  displayName: 'Kari Nordmann',
  active: true,
  password: PASSWORD,
  [URN.fiksPerson]: { foedselsnummer: NUMBER },
  ...change,
})

function outcomes(folder: string): Record<string, string> {
  const { verdicts } = readReport(folder)
  return Object.fromEntries(verdicts.map(({ id, outcome }: { id: string; outcome: string }) => [id, outcome]))
}

it('judges a client that does well on a bad line, and keeps no secret', { timeout: 120_000 }, async () => {
  const folder = newFolder()
  const out = join(folder, 'scim-test-report')
  const one = await recording(folder, '--fault', '429/3', '--fault', 'lost/4')
  const { id } = await one.send({ method: 'POST', path: '/Users', body: person() })
  const group = { schemas: [URN.group], displayName: 'Skole' }
  const { id: groupId } = await one.send({ method: 'POST', path: '/Groups', body: group })
  const operation = { op: 'add', path: 'members', value: [{ value: id }] }
  const patch = { schemas: [URN.patchOp], Operations: [operation] }
  await one.send({ method: 'PATCH', path: `/Groups/${groupId}`, body: patch })
  await one.send({ method: 'PATCH', path: `/Groups/${groupId}`, body: patch })
  const { code, stdout, stderr } = await one.end()
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(one.statuses).toContain(429)
  expect(one.statuses).toContain(0)
  expect(stdout).toContain('What the client sent conforms to profile fiks-current')
  expect(readdirSync(out).sort()).toEqual([
    'junit.xml',
    'report.html',
    'report.json',
    'report.md',
    'report.sarif',
    'run.ndjson',
  ])
  const judged = outcomes(out)
  expect(judged).toMatchObject({
    'fiks-current/client/busy-target-is-given-time': 'pass',
    'fiks-current/client/only-synthetic-people': 'pass',
    'client/members-are-ids': 'pass',
  })
  // Nothing of a target is judged: its answers are our own.
  expect(Object.keys(judged).filter((id) => !/(?:^|\/)client\//.test(id))).toEqual([])
  for (const name of readdirSync(out)) {
    const text = readFileSync(join(out, name), 'utf8')
    for (const secret of [TOKEN, PASSWORD, NUMBER])
      expect(text.includes(secret), `${secret} in ${name}`).toBe(false)
  }
  const again = await cli(['judge', join(out, 'run.ndjson'), '--out', join(folder, 'again')])
  expect(again.code).toBe(0)
  expect(outcomes(join(folder, 'again'))).toEqual(judged)
})

it('fails a client that does wrong', { timeout: 120_000 }, async () => {
  const folder = newFolder()
  const one = await recording(folder)
  const wrong = { externalId: undefined, [URN.fiksPerson]: { fodselsnummer: NUMBER } }
  await one.send({ method: 'POST', path: '/Users', body: person(wrong) })
  const { code, stdout } = await one.end()
  expect(code).toBe(1)
  expect(stdout).toContain('does not conform')
  const judged = outcomes(join(folder, 'scim-test-report'))
  const failed = Object.keys(judged).filter((id) => judged[id] === 'fail')
  expect(failed.sort()).toEqual([
    'fiks-current/client/external-id-stands-for-one-person',
    'fiks-current/client/number-is-spelled-right',
  ])
})

it('a session without a client is no pass, and ends by itself', { timeout: 120_000 }, async () => {
  const folder = newFolder()
  const one = await recording(folder, '--for', '1s')
  const { code, stdout, stderr } = await one.ended
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: 'The client sent nothing: there is nothing to judge.\n',
  })
  expect(stdout).toContain('No judgement')
  expect(new Set(Object.values(outcomes(join(folder, 'scim-test-report'))))).toEqual(new Set(['blocked']))
})

it('a client at the wrong address is told so, and what it sent there is in the record without numbers', async () => {
  const folder = newFolder()
  const { send, end } = await recording(folder)
  await send({ method: 'POST', path: '/../Users', body: person() })
  await send({ method: 'POST', path: '/../Users', body: person() })
  await send({ method: 'GET', path: `/../Users/${NUMBER}?filter=x` })
  const { code, stdout, stderr } = await end()
  expect(code, stderr).toBe(3)
  expect(stdout).toContain('3 requests beside the base address, such as POST /scim/Users')
  expect(stderr).toMatch(/missed the endpoint. Its base address is http:\S+\/scim\/v2;/)
  expect(readReport(join(folder, 'scim-test-report'))).toMatchObject({
    requests: 0,
    beside: [
      { method: 'POST', path: '/scim/Users', times: 2 },
      { method: 'GET', path: expect.stringMatching(/^\/scim\/Users\/\[?identity-number-/), times: 1 },
    ],
  })
  expect(readFileSync(join(folder, 'scim-test-report', 'run.ndjson'), 'utf8')).not.toContain(NUMBER)
})
