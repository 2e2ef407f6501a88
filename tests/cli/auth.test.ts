import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cli, newFolder, readReport } from './cli.ts'
import { everythingIn, serving } from './signing-in.ts'
import { warmCli } from './warm.ts'

const warm = warmCli()

describe('a run that signs in', { timeout: 120_000 }, () => {
  it('with a JWT grant whose tokens run out: green, and no secret anywhere', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const folder = newFolder()
    writeFileSync(join(folder, 'public.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
    const keyFile = join(newFolder(), 'private.pem')
    writeFileSync(keyFile, pem)
    const served = await serving(
      ['--auth', 'jwt-grant', '--client-key', join(folder, 'public.pem'), '--token-lifetime', '2'],
      {},
    )
    const { origin } = new URL(served.url)
    writeFileSync(
      join(folder, 'scim-test.config.yaml'),
      `target: ${served.url}\nauth:\n  type: jwt-grant\n  tokenUrl: ${origin}/token\n  clientId: scim-test\n  audience: ${origin}/\n  scope: scim\n  privateKey: file:${keyFile}\n`,
    )
    const { code, stdout, stderr } = await cli(['run', '--only', 'auth,discovery,read'], { cwd: folder })
    await served.end()
    expect(code, stdout + stderr).toBe(0)
    const report = readReport(join(folder, 'scim-test-report'))
    expect(report.totals).toMatchObject({ error: 0, fail: 0, blocked: 0, warn: 0 })
    const auth = report.verdicts.filter(({ id }: { id: string }) => id.startsWith('auth/'))
    expect(auth.filter(({ outcome }: { outcome: string }) => outcome === 'pass').length).toBeGreaterThan(10)
    const all = everythingIn(join(folder, 'scim-test-report')) + stdout + stderr
    expect(all).not.toContain(pem.split('\n')[3])
    expect(all).not.toMatch(/eyJ[\w-]+\.[\w-]+\./)
    expect(all).not.toMatch(/Bearer (?!\$SCIM_TEST_TOKEN|not-issued)[\w-]{20}/)
  })
})

describe('mistakes', { timeout: 60_000 }, () => {
  it.each<[string, string[], string, RegExp]>([
    [
      'a type that there is not',
      ['run'],
      'auth: { type: oauth }\n',
      /scim-test\.config\.yaml:1:\d+: auth needs a type/,
    ],
    [
      'a password that is not set',
      ['plan'],
      'auth: { type: basic, username: u }\n',
      /SCIM_TEST_PASSWORD, which is not set/,
    ],
    ['serve without its secret', ['serve', '--auth', 'client-credentials'], '', /SCIM_TEST_CLIENT_SECRET/],
  ])('%s', async (_, args, config, says) => {
    const cwd = newFolder()
    writeFileSync(join(cwd, 'scim-test.config.yaml'), config)
    const { code, stdout, stderr } = await warm(args, { cwd })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})
