import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { TransportFailure } from '#harness'
import { resolveTls } from '../auth/resolve-auth.ts'
import type { AgentOptions } from './agent.ts'
import { type Certificates, makeCertificates, noCertificates, textOf } from './certificates.sample.ts'
import { listen, proxy } from './proxy.sample.ts'
import { createTransport } from './transport.ts'

if (noCertificates) console.warn(`TLS with certificates is not tested: ${noCertificates}.`)

const passphrase = randomUUID()
let made: Certificates
beforeAll(() => {
  if (!noCertificates) made = makeCertificates(passphrase)
})

/** Answers with the name in the certificate that it was shown. */
function tlsServer(demands: boolean) {
  const { server, ca } = made
  return listen(
    createTlsServer(
      {
        cert: textOf(server.cert),
        key: textOf(server.key),
        ca: textOf(ca),
        requestCert: demands,
        rejectUnauthorized: demands,
      },
      (request, response) => {
        const { subject } = (request.socket as TLSSocket).getPeerCertificate()
        response.end(String(subject?.CN ?? 'nobody'))
      },
    ),
  )
}

async function get(url: string, options: Partial<AgentOptions>): Promise<string> {
  const transport = createTransport({ timeout: 3_000, connections: 1, ...options })
  onTestFinished(() => transport.close())
  const answer = await transport.send({ method: 'GET', url, headers: {} })
  return `${answer.status} ${Buffer.from(answer.body)}`
}

const failureOf = (url: string, options: Partial<AgentOptions>): Promise<TransportFailure> =>
  get(url, options).then(
    (answer) => {
      throw new Error(`it answered ${answer}`)
    },
    (error) => error,
  )

describe.skipIf(noCertificates !== undefined)('TLS', () => {
  const client = () =>
    resolveTls({ certificate: `file:${made.client.cert}`, key: `file:${made.client.key}` }, {})

  it('trusts a private authority that is named, and no other', async () => {
    const url = `https://127.0.0.1:${await tlsServer(false)}/`
    expect(await get(url, { ca: textOf(made.ca) })).toBe('200 nobody')
    expect(await failureOf(url, {})).toMatchObject({ kind: 'tls' })
    expect(await failureOf(url, { ca: textOf(made.stranger.cert) })).toMatchObject({ kind: 'tls' })
  })

  it('shows its certificate, from PEM and from PKCS #12', async () => {
    const url = `https://localhost:${await tlsServer(true)}/`
    const ca = textOf(made.ca)
    expect(await get(url, { ca, tls: client() })).toBe('200 client')
    const tls = resolveTls({ pfx: `file:${made.client.pfx}`, passphrase: 'env:P' }, { P: passphrase })
    expect(await get(url, { ca, tls })).toBe('200 client')
  })

  it('says that TLS failed where a certificate is wanted or refused', async () => {
    const url = `https://127.0.0.1:${await tlsServer(true)}/`
    const ca = textOf(made.ca)
    // TLS 1.3 lets the client speak before it hears of the refusal, which it may then see as a cut connection.
    const refused = /^(?:tls|reset)$/
    expect((await failureOf(url, { ca })).kind).toMatch(refused)
    const stranger = { certificate: `file:${made.stranger.cert}`, key: `file:${made.stranger.key}` }
    expect((await failureOf(url, { ca, tls: resolveTls(stranger, {}) })).kind).toMatch(refused)
  })

  it('explains a certificate that cannot be used', () => {
    const { client: one, stranger } = made
    const mixed = { certificate: `file:${one.cert}`, key: `file:${stranger.key}` }
    expect(() => resolveTls(mixed, {})).toThrow('tls.key does not belong to tls.certificate.')
    const locked = { pfx: `file:${one.pfx}`, passphrase: 'env:P' }
    expect(() => resolveTls(locked, { P: 'another' })).toThrow(
      'tls.pfx cannot be opened with tls.passphrase.',
    )
  })

  it('goes through a proxy with the certificate of the client', async () => {
    const port = await tlsServer(true)
    const { port: at, asked } = await proxy()
    const options = { ca: textOf(made.ca), tls: client(), proxy: `http://127.0.0.1:${at}` }
    expect(await get(`https://scim.example.test:${port}/`, options)).toBe('200 client')
    expect(asked).toEqual([`scim.example.test:${port}`])
  })
})

describe('a proxy', () => {
  const plain = () => listen(createServer((_, response) => response.end('here')))

  it('is shown its credentials', async () => {
    const port = await plain()
    const wanted = `Basic ${Buffer.from(`u:${passphrase}`).toString('base64')}`
    const { port: at, asked } = await proxy((given) => given === wanted)
    const url = `http://scim.example.test:${port}/`
    expect(await get(url, { proxy: `http://u:${passphrase}@127.0.0.1:${at}` })).toBe('200 here')
    expect(asked).toHaveLength(1)
    const refused = await failureOf(url, { proxy: `http://127.0.0.1:${at}` })
    expect(refused).toMatchObject({ kind: 'proxy', message: 'it answered 407 to CONNECT' })
  })

  it('that is not there is not taken for the target', async () => {
    expect(await failureOf('http://scim.example.test/', { proxy: 'http://127.0.0.1:1' })).toMatchObject({
      kind: 'proxy',
    })
    const nowhere = { proxy: 'http://no-such-proxy.invalid:3128' }
    expect(await failureOf('http://scim.example.test/', nowhere)).toMatchObject({ kind: 'proxy' })
  })

  it('of the environment is used, except for this machine and for what NO_PROXY names', async () => {
    const port = await plain()
    const { port: at, asked } = await proxy()
    vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${at}`)
    vi.stubEnv('NO_PROXY', 'other.example.test')
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(await get(`http://scim.example.test:${port}/`, {})).toBe('200 here')
    expect(await get(`http://127.0.0.1:${port}/`, {})).toBe('200 here')
    expect(asked).toEqual([`scim.example.test:${port}`])
    await failureOf('http://other.example.test/', {})
    expect(asked).toHaveLength(1)
    expect(await get(`http://127.0.0.1:${port}/`, { proxy: `http://127.0.0.1:${at}` })).toBe('200 here')
    expect(asked).toHaveLength(2)
  })
})
