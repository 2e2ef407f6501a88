import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { type InitOptions, initCommand } from '#bin/commands/init'
import { parseConfig } from '#bin/config'
import { serve } from '#bin/http/server'
import { createEndpoint } from '#endpoint'
import { cli, newFolder } from './cli.ts'

const token = randomUUID()

async function endpoint(): Promise<string> {
  const served = await serve({
    port: 0,
    endpoint: createEndpoint({ base: 'http://127.0.0.1/scim/v2', token }),
  })
  onTestFinished(() => served.close())
  return served.url
}

interface Played {
  readonly code: number
  readonly shown: string
  readonly error?: string
  readonly files: string[]
}

/** @param lines that somebody types; without them nobody sits there */
async function init(
  options: InitOptions,
  folder: string,
  lines?: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Played> {
  const input = new PassThrough()
  const output = new PassThrough()
  let shown = ''
  output.on('data', (chunk) => {
    shown += chunk
  })
  input.end((lines ?? []).map((line) => `${line}\n`).join(''))
  const desk = { input, output, isManned: lines !== undefined, folder, env }
  const ended = await initCommand(options, desk).then(
    (code) => ({ code }),
    (error: Error) => {
      if (error.name !== 'UsageError') throw error
      return { code: 2, error: error.message }
    },
  )
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  return {
    ...ended,
    shown,
    files: all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)),
  }
}

const CONFIG = 'scim-test.config.yaml'
const read = (folder: string, name = CONFIG) => readFileSync(join(folder, name), 'utf8')

describe('init that asks', () => {
  it('goes on asking until an answer will do, tries the connection, and writes what later runs need', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, '.github'))
    const url = await endpoint()
    const answers = ['example.org', `${url}/`, 'baerer', '', 'rfc', '']
    const { code, shown, files } = await init({}, folder, answers, { SCIM_TEST_TOKEN: token })
    expect(code, shown).toBe(0)
    expect(shown).toContain('Did you mean')
    expect(shown).toContain(`${url} answers.`)
    expect(shown).toMatch(/Resource types: User, Group/)
    expect(shown).toContain('It lets nobody in without credentials.')
    expect(shown).not.toContain(token)
    expect(files.map((file) => file.slice(folder.length + 1)).sort()).toEqual([
      '.github/workflows/scim-test.yml',
      CONFIG,
    ])
    expect(parseConfig(read(folder), CONFIG)).toEqual({
      target: url,
      auth: { type: 'bearer', token: 'env:SCIM_TEST_TOKEN' },
      profile: 'rfc',
    })
  })

  it('asks for what the way to sign in needs', async () => {
    const folder = newFolder()
    const answers = [
      'https://scim.test/v2',
      'jwt-grant',
      'https://test.maskinporten.no/token',
      'abc',
      'https://test.maskinporten.no/',
      'a:b',
      '',
      'none',
    ]
    const { code, shown } = await init({ offline: true }, folder, answers)
    expect(code, shown).toBe(0)
    expect(parse(read(folder)).auth).toEqual({
      type: 'jwt-grant',
      tokenUrl: 'https://test.maskinporten.no/token',
      clientId: 'abc',
      audience: 'https://test.maskinporten.no/',
      scope: 'a:b',
      privateKey: 'env:SCIM_TEST_PRIVATE_KEY',
    })
    expect(shown).toContain('set SCIM_TEST_PRIVATE_KEY')
  })

  it('asks where a profile of Fiks is read downstream, and goes without it for an empty answer', async () => {
    const api = 'https://fiks.test/brukersynkronisering/sync/api/v1'
    const org = '5c14a7e5-0000-4000-8000-000000000001'
    const asked = ['https://scim.test/v2', '', 'fiks-current']
    const folder = newFolder()
    const answers = [...asked, 'http://fiks.test', api, 'nobody', org, '', 'scim-test', 'github']
    const { code, shown } = await init({ offline: true }, folder, answers)
    expect(code, shown).toBe(0)
    expect(shown).toMatch(/without TLS.*has to be a UUID.*cannot be empty.*Sync API was not tried/s)
    expect(parse(read(folder)).sync).toEqual({
      api,
      org,
      system: 'scim-test',
      token: 'env:SCIM_TEST_SYNC_TOKEN',
    })
    expect(parseConfig(read(folder), CONFIG)).toMatchObject({ sync: { api } })
    expect(read(folder, '.github/workflows/scim-test.yml')).toMatch(
      /^ +SCIM_TEST_SYNC_TOKEN: .*SCIM_TEST_SYNC_TOKEN/m,
    )
    const other = newFolder()
    expect(await init({ offline: true }, other, [...asked, '', 'none'])).toMatchObject({ code: 0 })
    expect(parse(read(other))).not.toHaveProperty('sync')
  })

  it('writes nothing when the answers end', async () => {
    const folder = newFolder()
    const { code, error, files } = await init({}, folder, ['https://scim.test/v2'])
    expect({ code, files }).toEqual({ code: 2, files: [] })
    expect(error).toMatch(/ended/)
  })
})

describe('init without anybody there', () => {
  it.each<[string, InitOptions, string[], string[]]>([
    ['github', { auth: 'bearer' }, ['SCIM_TEST_TOKEN'], ['.github/workflows/scim-test.yml']],
    [
      'gitlab',
      { auth: 'basic', authOption: ['username=scim'] },
      ['SCIM_TEST_PASSWORD'],
      ['scim-test.gitlab-ci.yml'],
    ],
    [
      'azure',
      { auth: 'headers', authOption: ['headers=X-API-Key, X-Tenant'] },
      ['SCIM_TEST_X_API_KEY', 'SCIM_TEST_X_TENANT'],
      ['scim-test.azure-pipelines.yml'],
    ],
  ])(
    'writes a pipeline for %s that hands over the secrets and nothing else',
    async (pipeline, options, variables, paths) => {
      const folder = newFolder()
      const given = { target: 'https://scim.test/v2', profile: 'fiks-current', pipeline, ...options }
      const { code, shown, error } = await init(given, folder)
      expect(code, error).toBe(0)
      for (const variable of variables) {
        expect(read(folder)).toContain(`env:${variable}`)
        expect(shown).toContain(variable)
        if (pipeline !== 'gitlab')
          expect(read(folder, paths[0])).toMatch(new RegExp(`^ +${variable}: .*${variable}`, 'm'))
      }
      const text = read(folder, paths[0])
      expect(parse(text)).toBeTypeOf('object')
      expect(text).toContain('scim-test')
      if (!variables.includes('SCIM_TEST_TOKEN')) expect(text).not.toMatch(/^[^#]*SCIM_TEST_TOKEN/m)
      expect(shown).toMatch(/not tried: .* not set/)
    },
  )

  it.each<[string, InitOptions, RegExp]>([
    ['the target', {}, /--target is needed/],
    ['the target with --yes', { yes: true }, /--target is needed/],
    ['a key', { target: 'https://scim.test', auth: 'basic' }, /--auth-option username=… is needed/],
    ['a target that is none', { target: 'scim.test' }, /--target: it takes the base URL/],
    ['an unknown profile', { target: 'https://scim.test', profile: 'a b' }, /--profile: /],
    [
      'a secret among the options',
      { target: 'https://scim.test', auth: 'bearer', authOption: [`token=${token}`] },
      /--auth-option takes NAME=VALUE/,
    ],
    [
      'the organisation of a Sync API',
      {
        target: 'https://scim.test',
        profile: 'fiks-current',
        syncApi: 'https://fiks.test/sync',
        pipeline: 'none',
      },
      /--sync-org is needed/,
    ],
    [
      'a Sync API of a profile that has none',
      { target: 'https://scim.test', syncApi: 'https://fiks.test/sync', pipeline: 'none' },
      /offers no Sync API/,
    ],
    [
      'an unknown pipeline',
      { target: 'https://scim.test', pipeline: 'jenkins' },
      /--pipeline: it takes one of github/,
    ],
  ])('says which flag it misses: %s', async (_, options, says) => {
    const { code, error, files } = await init(options, newFolder())
    expect({ code, files }).toEqual({ code: 2, files: [] })
    expect(error).toMatch(says)
    expect(error).not.toContain(token)
  })

  it('overwrites nothing without being told to', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, CONFIG), 'mine\n')
    const options = { target: 'https://scim.test', pipeline: 'none', offline: true }
    expect(await init(options, folder)).toMatchObject({
      code: 2,
      error: expect.stringContaining(`${CONFIG} is there`),
    })
    expect(read(folder)).toBe('mine\n')
    expect(await init({ ...options, force: true }, folder)).toMatchObject({ code: 0 })
    expect(read(folder)).toContain('https://scim.test')
  })

  it.each<[string, (url: string) => InitOptions, NodeJS.ProcessEnv, RegExp]>([
    [
      'a wrong token',
      (target) => ({ target }),
      { SCIM_TEST_TOKEN: 'another' },
      /refused the credentials.*401/,
    ],
    [
      'a production host',
      () => ({ target: 'https://api.fiks.ks.no/x' }),
      { SCIM_TEST_TOKEN: token },
      /looks like production/,
    ],
    [
      'a dead host',
      () => ({ target: 'http://127.0.0.1:1/scim' }),
      { SCIM_TEST_TOKEN: token },
      /Nothing listens/,
    ],
    [
      'a dead token endpoint',
      (target) => ({
        target,
        auth: 'client-credentials',
        authOption: ['tokenUrl=http://127.0.0.1:1/token', 'clientId=abc'],
      }),
      { SCIM_TEST_CLIENT_SECRET: token },
      /No token: http:\/\/127\.0\.0\.1:1\/token gave no answer/,
    ],
  ])('writes nothing for %s', async (_, options, env, says) => {
    const folder = newFolder()
    const { code, error, files } = await init(
      { pipeline: 'none', ...options(await endpoint()) },
      folder,
      undefined,
      env,
    )
    expect({ code, files }).toEqual({ code: 2, files: [] })
    expect(error).toMatch(says)
    expect(error).toContain('Nothing was written')
    expect(error).not.toContain(token)
  })

  it('reads no people', async () => {
    const seen: string[] = []
    const server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url}`)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"totalResults":0,"Resources":[]}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await init({ target, pipeline: 'none' }, newFolder(), undefined, { SCIM_TEST_TOKEN: token })
    expect(seen.length).toBeGreaterThan(3)
    expect(seen.filter((line) => !/^(?:GET|POST \/Users\/\.search$)/.test(line))).toEqual([])
    expect(seen.filter((line) => /\/Users(?!\/\.search|\?filter=)/.test(line))).toEqual([])
  })
})

it('the command itself works without a terminal', { timeout: 60_000 }, async () => {
  const folder = newFolder()
  const bare = await cli(['init'], { cwd: folder })
  expect({ code: bare.code, stdout: bare.stdout }).toEqual({ code: 2, stdout: '' })
  expect(bare.stderr).toMatch(/--target is needed/)
  const args = ['init', '--target', 'https://scim.test/v2', '--pipeline', 'github', '--yes']
  const { code, stdout, stderr } = await cli(args, { cwd: folder })
  expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' })
  expect(existsSync(join(folder, '.github/workflows/scim-test.yml'))).toBe(true)
})
