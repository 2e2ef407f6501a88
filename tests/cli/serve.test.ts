import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { URN } from '#scim'
import { cli, newFolder, readReport, start } from './cli.ts'
import { warmCli } from './warm.ts'

const warm = warmCli()

const DEVICE = 'urn:example:params:scim:schemas:2.0:Device'
const TYPES = `
resourceTypes:
  - { name: Device, endpoint: /Devices, schema: '${DEVICE}' }
schemas:
  - id: '${DEVICE}'
    name: Device
    attributes:
      - { name: displayName, type: string, multiValued: false, required: true, caseExact: false,
          mutability: readWrite, returned: default, uniqueness: none }
      - { name: serial, type: string, multiValued: false, required: false, caseExact: true,
          mutability: readWrite, returned: default, uniqueness: server }
`

/** The endpoint in a process of its own, on a port of its own. */
async function serving(folder: string, ...args: string[]) {
  const { child, ended } = start(['serve', '--port', '0', ...args], { cwd: folder })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      const found = /http:\S+/.exec(String(chunk))
      if (found) resolve(found[0])
    })
    ended.then(({ stderr }) => reject(new Error(stderr)))
  })
  const send = async (method: string, path: string, body?: object) => {
    const headers = { 'content-type': 'application/scim+json' }
    const answer = await fetch(url + path, { method, headers, body: body ? JSON.stringify(body) : null })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return { url, send, end }
}

const user = (userName: string) => ({ schemas: [URN.user], userName })

describe('serve --state', { timeout: 60_000 }, () => {
  it('keeps what was answered, even when it is killed', async () => {
    const folder = newFolder()
    const first = await serving(folder, '--state', 'data.json')
    const { body: kari } = await first.send('POST', '/Users', user('kari'))
    await first.send('POST', '/Groups', {
      schemas: [URN.group],
      displayName: 'Nurses',
      members: [{ value: kari.id }],
    })
    const before = await first.send('GET', `/Users/${kari.id}`)
    await first.end('SIGKILL')

    const second = await serving(folder, '--state', 'data.json')
    const after = await second.send('GET', `/Users/${kari.id}`)
    const local = (value: unknown) => JSON.stringify(value).replace(/127\.0\.0\.1:\d+/g, '')
    expect(local(after)).toBe(local(before))
    expect((await second.send('POST', '/Users', user('kari'))).status).toBe(409)
    expect((await second.send('DELETE', `/Users/${kari.id}`)).status).toBe(204)
    expect((await second.end()).code).toBe(0)

    const third = await serving(folder, '--state', 'data.json')
    expect((await third.send('GET', '/Users')).body.totalResults).toBe(0)
    const { stdout } = await third.end()
    expect(stdout).toContain('kept in data.json')
    expect(readdirSync(folder)).toEqual(['data.json'])
    expect(statSync(join(folder, 'data.json')).mode & 0o077).toBe(0)
  })

  it('an empty file is a beginning', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'data.json'), '')
    const one = await serving(folder, '--state', 'data.json')
    expect((await one.send('POST', '/Users', user('kari'))).status).toBe(201)
    await one.end()
    expect(readFileSync(join(folder, 'data.json'), 'utf8')).toContain('kari')
  })

  it('does not undo what somebody else wrote meanwhile', async () => {
    const folder = newFolder()
    const file = join(folder, 'data.json')
    const one = await serving(folder, '--state', 'data.json')
    writeFileSync(file, 'somebody else was here\n')
    expect((await one.send('POST', '/Users', user('kari'))).status).toBe(201)
    const { stderr } = await one.end()
    expect(stderr).toMatch(/data\.json.*another program/)
    expect(readFileSync(file, 'utf8')).toBe('somebody else was here\n')
  })

  const good = '{"format":"scim-test state","version":1,"resources":['
  const resource = `{"id":"1","type":"User","body":{"userName":"a"},"times":{"created":"x","lastModified":"x"},"changedAt":1,"revision":1,"keys":[]}`
  it.each([
    ['half a file', `${good}{"id":"1","type":`, /no state/],
    ['another file', '{"name":"scim-test"}', /no state/],
    ['a text', 'hello\n', /no state/],
    ['another version', '{"format":"scim-test state","version":2,"resources":[]}', /version 2/],
    ['no resources', '{"format":"scim-test state","version":1}', /no resources/],
    ['half a resource', `${good}{"id":"1","type":"User"}]}`, /resource 1/],
    ['a resource twice', `${good}${resource},${resource}]}`, /twice/],
    ['another type', `${good}${resource.replace('User', 'Device')}]}`, /Device.*--resource-types/],
  ])('%s is left as it is', async (_, text, says) => {
    const folder = newFolder()
    writeFileSync(join(folder, 'data.json'), text)
    const { code, stdout, stderr } = await cli(['serve', '--port', '0', '--state', 'data.json'], {
      cwd: folder,
    })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/data\.json/)
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(readFileSync(join(folder, 'data.json'), 'utf8')).toBe(text)
  })

  it.each([
    ['a folder', 'folder'],
    ['a folder that is not there', 'nowhere/data.json'],
  ])('%s', async (_, path) => {
    const folder = newFolder()
    mkdirSync(join(folder, 'folder'))
    const { code, stderr } = await cli(['serve', '--port', '0', '--state', path], { cwd: folder })
    expect(code).toBe(2)
    expect(stderr).toContain(path)
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  })
})

describe('serve --resource-types', { timeout: 120_000 }, () => {
  it('simulates a target with devices, which passes all that is run per resource type', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'types.yaml'), TYPES)
    const one = await serving(folder, '--resource-types', 'types.yaml', '--state', 'data.json')
    const device = { schemas: [DEVICE], displayName: 'Printer', serial: 'A1' }
    const { status, body } = await one.send('POST', '/Devices', device)
    expect([status, body.meta.resourceType]).toEqual([201, 'Device'])
    expect((await one.send('GET', '/ResourceTypes/Device')).body).toMatchObject({ endpoint: '/Devices' })
    expect((await one.send('GET', `/Schemas/${DEVICE}`)).body).toMatchObject({ id: DEVICE, name: 'Device' })

    const args = ['run', '--target', one.url, '--quiet', '--only', 'discovery,schema,paging,cursor,wire']
    const { stdout } = await cli(args, { cwd: folder })
    const report = readReport(join(folder, 'scim-test-report'))
    const bad = report.verdicts.filter(
      ({ outcome }: { outcome: string }) => !['pass', 'not-applicable'].includes(outcome),
    )
    expect(bad, stdout).toEqual([])
    const ids = report.verdicts
      .map(({ id }: { id: string }) => id)
      .filter((id: string) => id.includes('Device'))
    expect(ids).not.toEqual([])
    await one.end()

    const again = await serving(folder, '--resource-types', 'types.yaml', '--state', 'data.json')
    expect((await again.send('GET', `/Devices/${body.id}`)).body.serial).toBe('A1')
    await again.end()
  })

  it.each([
    ['no file', undefined, /no file/],
    ['broken YAML', 'a: [b\nc: {', /YAML/],
    ['a list', '- a\n', /map/],
    ['an unknown key', 'resourceType: []\n', /Did you mean "resourceTypes"/],
    ['a type without endpoint', 'resourceTypes: [{ name: A, schema: "urn:a:b" }]\n', /resourceTypes\/0/],
    [
      'a schema that is missing',
      'resourceTypes: [{ name: A, endpoint: /As, schema: "urn:a:b" }]\n',
      /urn:a:b/,
    ],
    [
      'an endpoint of SCIM itself',
      `resourceTypes: [{ name: A, endpoint: /Schemas, schema: '${URN.user}' }]\n`,
      /\/Schemas/,
    ],
    [
      'an endpoint that is taken',
      `resourceTypes: [{ name: A, endpoint: /Users, schema: '${URN.user}' }]\n`,
      /two .*\/Users/,
    ],
  ])('%s is explained', async (_, text, says) => {
    const folder = newFolder()
    if (text !== undefined) writeFileSync(join(folder, 'types.yaml'), text)
    const { code, stderr } = await warm(['serve', '--port', '0', '--resource-types', 'types.yaml'], {
      cwd: folder,
    })
    expect(code).toBe(2)
    expect(stderr).toMatch(/types\.yaml/)
    expect(stderr).toMatch(says)
  })
})
