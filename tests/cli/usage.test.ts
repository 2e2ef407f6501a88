import { writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cli, newFolder, type Result } from './cli.ts'
import { warmCli } from './warm.ts'

const warm = warmCli()

/** A user's mistake gets a sentence that says what to do, exit code 2, and never a stack trace. */
function expectExplained(result: Result, ...says: (string | RegExp)[]): void {
  for (const one of says) expect(result.stderr).toMatch(one)
  expect(result.stderr).not.toMatch(/\n\s+at .+:\d+:\d+/)
  expect(result.stdout).toBe('')
  expect(result.code).toBe(2)
}

async function withServer(listener: RequestListener, task: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await task(`http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

describe('targets that cannot be tested', () => {
  it('a dead host', async () => {
    expectExplained(
      await cli(['run', '--target', 'http://127.0.0.1:1/scim/v2']),
      /127\.0\.0\.1:1/,
      /refuse|no .*listen|answer/i,
    )
  })

  it('a host that does not exist', async () => {
    expectExplained(
      await cli(['run', '--target', 'http://no-such-host.invalid/scim']),
      /no-such-host\.invalid/,
    )
  })

  it('a port that never answers', async () => {
    await withServer(
      () => undefined,
      async (url) =>
        expectExplained(await cli(['run', '--target', url, '--timeout', '300']), /--timeout|time|answer/i),
    )
  })

  it('a wrong token', async () => {
    await withServer(
      (_, response) => response.writeHead(401, { 'www-authenticate': 'Bearer' }).end(),
      async (url) => {
        const result = await cli(['run', '--target', url, '--token', 'wrong-token-here'])
        expectExplained(result, /401/, /token|credential/i)
        expect(result.stderr).not.toContain('wrong-token-here')
      },
    )
  })

  it('HTML instead of JSON', async () => {
    await withServer(
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Hello</html>'),
      async (url) => expectExplained(await cli(['run', '--target', url]), /HTML/i, /base address|--target/i),
    )
  })

  it('a host that looks like production, before anything is sent', async () => {
    expectExplained(
      await cli(['run', '--target', 'https://api.fiks.ks.no/scim']),
      /production/,
      /--allow-production api\.fiks\.ks\.no/,
    )
  })
})

describe('wrong usage', () => {
  const mistakes: [string, string[], RegExp[]][] = [
    ['no command', [], [/--help/]],
    ['an unknown command', ['runn'], [/run/]],
    ['an unknown option', ['run', '--tarhget', 'x'], [/tarhget/]],
    [
      'an unknown profile',
      ['run', '--profile', 'fiks-curent'],
      [/fiks-curent/, /Did you mean "fiks-current"/],
    ],
    ['an unknown check', ['run', '--only', 'patsh'], [/patsh/]],
    [
      'a check that is misspelt among others',
      ['run', '--only', 'create,patch/ad-appends'],
      [/patch\/ad-appends\. Did you mean "patch\/add-appends"/],
    ],
    [
      'a target that is no URL',
      ['run', '--target', 'host.example/scim'],
      [/--target/, /host\.example\/scim/],
    ],
    ['credentials in the URL', ['run', '--target', 'http://a:b@127.0.0.1/'], [/SCIM_TEST_TOKEN/]],
    ['a header without a colon', ['run', '--header', 'oops'], [/Name: value/]],
    ['no concurrency at all', ['run', '--concurrency', '0'], [/concurrency/]],
    [
      'a defect of a foreign target',
      ['run', '--target', 'http://127.0.0.1:1', '--defect', 'x'],
      [/embedded/],
    ],
    ['an unknown defect', ['run', '--defect', 'filter-ignord'], [/filter-ignord/, /filter-ignored/]],
    ['a missing CA file', ['run', '--ca', '/nowhere.pem'], [/nowhere\.pem/]],
    ['a missing configuration file', ['run', '--config', 'nowhere.yaml'], [/nowhere\.yaml/]],
    ['an unknown list', ['list', 'cheks'], [/cheks/, /checks/]],
    ['an unknown id', ['explain', 'patch/remove-needs-a-pat'], [/patch\/remove-needs-a-path/]],
    ['a missing record', ['judge', 'nowhere.ndjson'], [/nowhere\.ndjson/]],
    ['an unknown dialect', ['simulate', '--dialect', 'entre'], [/Did you mean "entra"/]],
    ['an unknown scenario', ['simulate', '--scenario', 'joiner'], [/joiner-to-leaver/]],
  ]
  it.each(mistakes)('%s', async (_, args, says) => expectExplained(await warm(args), ...says))

  const configs: [string, string, RegExp[]][] = [
    [
      'an unknown key',
      'profile: rfc\nconcurency: 4\n',
      [/scim-test\.config\.yaml:2:1/, /concurency/, /Did you mean "concurrency"/],
    ],
    ['a token in the file', 'token: abc\n', [/tokenEnv|SCIM_TEST_TOKEN/]],
    ['a value of the wrong kind', 'strict: perhaps\n', [/scim-test\.config\.yaml:1:1/, /true or false/]],
    ['broken YAML', 'only: [a\nb: {', [/scim-test\.config\.yaml:\d+:\d+/, /YAML/]],
    [
      'an unknown feature',
      'assume:\n  features:\n    patsh: true\n',
      [/scim-test\.config\.yaml:3:5/, /Did you mean "patch"/],
    ],
    ['a list at the top', '- a\n', [/map/]],
    ['an unset variable', 'tokenEnv: SCIM_TEST_NOT_SET\n', [/SCIM_TEST_NOT_SET/]],
  ]
  it.each(configs)('a configuration with %s', async (_, text, says) => {
    const cwd = newFolder()
    writeFileSync(join(cwd, 'scim-test.config.yaml'), text)
    expectExplained(await warm(['run'], { cwd }), ...says)
  })

  it('a record that is none', async () => {
    const cwd = newFolder()
    writeFileSync(join(cwd, 'x.ndjson'), 'hello\n')
    expectExplained(await warm(['judge', 'x.ndjson'], { cwd }), /x\.ndjson, line 1/)
  })
})

describe('help', () => {
  it.each([[['--help']], [['run', '--help']], [['serve', '--help']], [['judge', '--help']]])(
    '%j reads well',
    async (args) => {
      const { code, stdout, stderr } = await warm(args)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      await expect(stdout).toMatchFileSnapshot(`goldens/help-${args.join('-').replaceAll('--', '')}.txt`)
    },
  )
})
