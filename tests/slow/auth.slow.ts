import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { connect as connectSocket } from 'node:net'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { issuer, target } from '#bin/auth/auth.sample'
import { makeCertificates, noCertificates, textOf } from '#bin/http/certificates.sample'
import { listen, proxy } from '#bin/http/proxy.sample'
import { cli, newFolder, readReport } from '../cli/cli.ts'
import { everythingIn, serving } from '../cli/signing-in.ts'

describe('a run that signs in', () => {
  it('with a name and a password', async () => {
    const folder = newFolder()
    const password = randomUUID()
    const env = { SCIM_TEST_PASSWORD: password }
    const served = await serving(['--auth', 'basic'], env)
    expect(served.shown).not.toContain(password)
    writeFileSync(
      join(folder, 'scim-test.config.yaml'),
      `target: ${served.url}\nauth: { type: basic, username: scim-test }\n`,
    )
    const { code, stdout, stderr } = await cli(['run', '--only', 'auth,discovery/config*'], {
      cwd: folder,
      env,
    })
    await served.end()
    expect(code, stdout + stderr).toBe(0)
    const all = everythingIn(join(folder, 'scim-test-report')) + stdout + stderr
    for (const secret of [password, Buffer.from(`scim-test:${password}`).toString('base64')])
      expect(all).not.toContain(secret)
  })
})

describe('a run whose way is special', () => {
  it('through a proxy with a password asks the target and the token endpoint, and nobody else', async () => {
    const folder = newFolder()
    const secret = randomUUID()
    const env = { SCIM_TEST_CLIENT_SECRET: secret, SCIM_TEST_PROXY: '' }
    const served = await serving(['--auth', 'client-credentials'], env)
    const { port } = new URL(served.url)
    const { port: at, asked } = await proxy((given) => given !== undefined)
    env.SCIM_TEST_PROXY = `http://u:${secret}p@127.0.0.1:${at}`
    writeFileSync(
      join(folder, 'scim-test.config.yaml'),
      `target: http://scim.example.test:${port}/scim/v2\nproxy: env:SCIM_TEST_PROXY\nauth:\n  type: client-credentials\n  tokenUrl: http://idp.example.test:${port}/token\n  clientId: scim-test\n`,
    )
    const { code, stdout, stderr } = await cli(['run', '--only', 'auth'], { cwd: folder, env })
    await served.end()
    expect(code, stdout + stderr).toBe(0)
    expect([...new Set(asked)].sort()).toEqual([`idp.example.test:${port}`, `scim.example.test:${port}`])
    const all = everythingIn(join(folder, 'scim-test-report')) + stdout + stderr
    for (const one of [secret, Buffer.from(`u:${secret}p`).toString('base64')]) expect(all).not.toContain(one)
  })

  it.skipIf(noCertificates !== undefined)('with a certificate alone has nothing to leave out', async () => {
    const { ca, server, client } = makeCertificates('unused')
    const served = await serving([], {})
    const { port, pathname } = new URL(served.url)
    const options = { cert: textOf(server.cert), key: textOf(server.key), ca: textOf(ca) }
    const terminating = createTlsServer(
      { ...options, requestCert: true, rejectUnauthorized: true },
      (socket) => {
        const upstream = connectSocket(Number(port), '127.0.0.1')
        socket.pipe(upstream).pipe(socket)
        for (const one of [socket, upstream]) one.on('error', () => socket.destroy())
      },
    )
    const folder = newFolder()
    const target = `https://localhost:${await listen(terminating)}${pathname}`
    const yaml = `target: ${target}\nca: ${ca}\ntls:\n  certificate: file:${client.cert}\n`
    writeFileSync(join(folder, 'scim-test.config.yaml'), yaml)
    const env = { SCIM_TEST_TLS_KEY: textOf(client.key) }
    const { code, stdout, stderr } = await cli(['run', '--only', 'auth,patch/remove-needs-a-path'], {
      cwd: folder,
      env,
    })
    await served.end()
    expect(code, stdout + stderr).toBe(0)
    const { verdicts } = readReport(join(folder, 'scim-test-report'))
    const outcomes = verdicts.flatMap(({ id, outcome }: { id: string; outcome: string }) =>
      id.startsWith('auth/') ? [outcome] : [],
    )
    expect(new Set(outcomes)).toEqual(new Set(['not-applicable']))
  })

  it('whose tokens cannot be renewed has no finding about the target', async () => {
    const folder = newFolder()
    const secret = randomUUID()
    const env = { SCIM_TEST_CLIENT_SECRET: secret }
    const from = await issuer({ clientSecret: secret, lifetime: 3 })
    const scim = await target((given) => from.accepts(given.slice('Bearer '.length)))
    writeFileSync(
      join(folder, 'scim-test.config.yaml'),
      `target: ${scim.url}\nrate: 20\nauth:\n  type: client-credentials\n  tokenUrl: ${from.url}\n  clientId: client\n`,
    )
    const running = cli(['run', '--only', 'patch,filter'], { cwd: folder, env })
    while (from.forms.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
    from.fail(503, 'down')
    const { code, stdout, stderr } = await running
    expect(code, stdout + stderr).toBe(1)
    const { verdicts, totals } = readReport(join(folder, 'scim-test-report'))
    expect(totals).toMatchObject({ error: 0, fail: 0, warn: 0 })
    const blocked = verdicts.filter(({ outcome }: { outcome: string }) => outcome === 'blocked')
    expect(blocked.length).toBeGreaterThan(5)
    expect(blocked[0].reason).toMatch(/No token: .* answered 503/)
  })
})
