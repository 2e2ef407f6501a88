import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createServer as createTcpServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TlsOptions } from 'node:tls'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noCertificates, textOf } from '../../bin/http/certificates.sample.ts'
import { runAgainst } from './run-against.ts'

/** Ways in which a connection cannot come about: nothing is sent, and the user is told why. */
interface Unreachable {
  readonly does: string
  readonly port: () => Promise<number>
  readonly says: RegExp
}

const open: Server[] = []
let made: Readonly<Record<'good' | 'expired' | 'another', { cert: string; key: string }>>

async function on(server: Server): Promise<number> {
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const tls = (options: () => TlsOptions) => () =>
  on(createTlsServer(options()).on('tlsClientError', () => undefined))
const shown = ({ cert, key }: { cert: string; key: string }) => ({ cert: textOf(cert), key: textOf(key) })

const ways: readonly Unreachable[] = [
  {
    does: 'offers TLS 1.1 and nothing newer',
    port: tls(() => ({
      ...shown(made.good),
      maxVersion: 'TLSv1.1',
      minVersion: 'TLSv1',
      ciphers: 'ALL@SECLEVEL=0',
    })),
    says: /TLS|protocol/i,
  },
  { does: 'shows a certificate that has expired', port: tls(() => shown(made.expired)), says: /expired/i },
  {
    does: 'shows a certificate of another host',
    port: tls(() => shown(made.another)),
    says: /altnames|another|IP:/i,
  },
  {
    does: 'shows a certificate that nobody vouches for',
    port: tls(() => shown(made.good)),
    says: /self[- ]signed/i,
  },
  {
    does: 'answers the handshake with something else',
    port: () =>
      on(
        createTcpServer((socket) => void socket.on('error', () => undefined).end('HTTP/1.1 200 OK\r\n\r\n')),
      ),
    says: /TLS|SSL|wrong version/i,
  },
  {
    does: 'never answers the handshake',
    port: () => on(createTcpServer((socket) => void socket.on('error', () => undefined))),
    says: /time/i,
  },
]

beforeAll(() => {
  if (noCertificates) return
  const folder = mkdtempSync(join(tmpdir(), 'scim-test-hostile-tls-'))
  const make = (name: string, host: string, days: string) => {
    const path = (ending: string) => join(folder, `${name}.${ending}`)
    writeFileSync(path('cnf'), `[ext]\nsubjectAltName=${host}\n`)
    const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' })
    const key = [
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      path('key'),
    ]
    openssl('req', ...key, '-subj', `/CN=${randomUUID()}`, '-out', path('csr'))
    const how = ['-days', days, '-extfile', path('cnf'), '-extensions', 'ext']
    openssl('x509', '-req', '-in', path('csr'), '-signkey', path('key'), ...how, '-out', path('pem'))
    return { cert: path('pem'), key: path('key') }
  }
  made = {
    good: make('good', 'IP:127.0.0.1', '2'),
    expired: make('expired', 'IP:127.0.0.1', '-1'),
    another: make('another', 'DNS:another.example.test', '2'),
  }
})

afterAll(() => {
  for (const server of open) server.close()
})

it.skipIf(noCertificates !== undefined).each(ways.map((way) => [way.does, way] as const))(
  'a target that cannot be connected to is refused with the reason: it %s',
  async (_, { port, says }) => {
    const trusted = Object.values(made).map(({ cert }) => textOf(cert))
    const vouched = says.source.startsWith('self') ? {} : { ca: trusted.join('\n') }
    const ended = await runAgainst(`https://127.0.0.1:${await port()}/scim/v2`, {
      ...vouched,
      timeout: 2_000,
    })
    expect(ended.verdicts).toEqual([])
    expect(ended.refusal).toMatch(says)
    expect(ended.refusal?.trim().split('\n').length).toBeGreaterThanOrEqual(2)
  },
)
