import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { openRecord, type RunEvent, type TransportFailure, type WireRequest } from '#harness'
import { createTransport } from './transport.ts'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

async function serverWith(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function sendTo(listener: RequestListener, timeout = 5_000, over: Partial<WireRequest> = {}) {
  const url = await serverWith(listener)
  const transport = createTransport({ timeout, connections: 2 })
  open.push(() => void transport.close())
  return transport.send({ method: 'GET', url: `${url}/x`, headers: {}, ...over })
}

async function failureOf(listener: RequestListener, timeout?: number): Promise<TransportFailure> {
  try {
    await sendTo(listener, timeout)
  } catch (error) {
    return error as TransportFailure
  }
  throw new Error('it answered')
}

describe('transport', () => {
  it('gives status, raw headers in order and the body', async () => {
    const answer = await sendTo((_, response) =>
      response.writeHead(418, { 'X-Odd': 'Kari', ETag: 'W/"1"' }).end('{"a":1}'),
    )
    expect(answer.status).toBe(418)
    expect(answer.headers.slice(0, 2)).toEqual([
      ['X-Odd', 'Kari'],
      ['ETag', 'W/"1"'],
    ])
    expect(Buffer.from(answer.body).toString()).toBe('{"a":1}')
  })

  it('sends method, headers and body as told', async () => {
    const answer = await sendTo(
      (request, response) => {
        let body = ''
        request.on('data', (chunk) => {
          body += chunk
        })
        request.on('end', () =>
          response.end(
            JSON.stringify({
              method: request.method,
              type: request.headers['content-type'],
              body,
              agent: request.headers['user-agent'] ?? null,
            }),
          ),
        )
      },
      5_000,
      { method: 'PATCH', headers: { 'content-type': 'application/scim+json' }, body: '{"ø":1}' },
    )
    expect(JSON.parse(Buffer.from(answer.body).toString())).toEqual({
      method: 'PATCH',
      type: 'application/scim+json',
      body: '{"ø":1}',
      agent: null,
    })
  })

  it('follows no redirect', async () => {
    const answer = await sendTo((_, response) =>
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    )
    expect(answer.status).toBe(302)
  })

  it('decodes gzip', async () => {
    const answer = await sendTo((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello')),
    )
    expect(Buffer.from(answer.body).toString()).toBe('hello')
  })

  it('gives up on an endless body', async () => {
    const failure = await failureOf((_, response) => {
      const chunk = Buffer.alloc(1 << 20, 'a')
      const more = () => {
        while (response.write(chunk)) if (response.destroyed) return
      }
      response.on('drain', more)
      more()
    }, 20_000)
    expect(failure.kind).toBe('too-large')
  })

  it('gives up on a body that is small on the wire only', async () => {
    const bomb = gzipSync(Buffer.alloc(64 << 20))
    const failure = await failureOf((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    )
    expect(failure.kind).toBe('too-large')
  })

  it('reads large answers side by side, plain and compressed, each to its end', async () => {
    const large = Buffer.alloc(6 << 20, Array.from({ length: 9_000 }, (_, n) => `member ${n}`).join())
    const packed = gzipSync(large)
    const url = await serverWith((request, response) => {
      const coded = request.url === '/packed'
      response.writeHead(200, coded ? { 'content-encoding': 'gzip' } : {}).end(coded ? packed : large)
    })
    const transport = createTransport({ timeout: 20_000, connections: 8 })
    open.push(() => void transport.close())
    const paths = ['/', '/packed', '/', '/packed', '/', '/', '/packed', '/']
    const answers = await Promise.all(
      paths.map((path) => transport.send({ method: 'GET', url: `${url}${path}`, headers: {} })),
    )
    for (const { body } of answers) expect(Buffer.compare(body, large)).toBe(0)
  })

  it('does not let one that never ends keep the others from theirs', async () => {
    const url = await serverWith((request, response) => {
      response.writeHead(200)
      const all = Buffer.alloc(3 << 20, 'a')
      if (request.url === '/ends') response.end(all)
      else response.write(all)
    })
    const transport = createTransport({ timeout: 700, connections: 8 })
    open.push(() => void transport.close())
    const get = (path: string) => transport.send({ method: 'GET', url: `${url}${path}`, headers: {} })
    await expect(get('/hangs')).rejects.toMatchObject({ kind: 'timeout' })
    await Promise.allSettled([get('/hangs'), get('/hangs')])
    expect((await get('/ends')).body.length).toBe(3 << 20)
  })

  it('has a total deadline, also for a body that drips', async () => {
    const silent = await failureOf(() => undefined, 200)
    expect(silent).toMatchObject({ kind: 'timeout' })
    const dripping = await failureOf((_, response) => {
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
    }, 300)
    expect(dripping.kind).toBe('timeout')
  })

  it('tells a reset, a refusal and nonsense apart', async () => {
    expect((await failureOf((request) => void request.socket.destroy())).kind).toBe('reset')
    const nonsense = await failureOf((request) => void request.socket.end('HELLO\r\n\r\n'))
    expect(nonsense.kind).toBe('protocol')
    const transport = createTransport({ timeout: 1_000, connections: 1 })
    await expect(
      transport.send({ method: 'GET', url: 'http://127.0.0.1:1/', headers: {} }),
    ).rejects.toMatchObject({ kind: 'refused' })
    await transport.close()
  })

  it('is not thrown by a server that stumbles and cuts the connection unannounced', async () => {
    const url = await serverWith((request, response) => {
      const stumbles = request.url === '/stumble'
      response
        .writeHead(stumbles ? 500 : 200)
        .end('x', () => stumbles && setTimeout(() => request.socket.destroy(), 2))
    })
    const transport = createTransport({ timeout: 5_000, connections: 1 })
    open.push(() => void transport.close())
    const get = async (path: string) =>
      (await transport.send({ method: 'GET', url: `${url}${path}`, headers: {} })).status
    for (let i = 0; i < 50; i++) expect([await get('/stumble'), await get('/x')]).toEqual([500, 200])
  })

  it('has sent a request before the lines about the answer that it follows from are made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scim-test-transport-'))
    open.push(() => rmSync(folder, { recursive: true }))
    const record = openRecord(join(folder, 'run.ndjson'))
    let written = 0
    const seen: number[] = []
    const note = () => seen.push(written)
    subscribe('undici:client:sendHeaders', note)
    open.push(() => unsubscribe('undici:client:sendHeaders', note))
    const url = await serverWith((_, response) => response.end('x'))
    const transport = createTransport({ timeout: 5_000, connections: 1 })
    open.push(() => void transport.close())
    for (let i = 0; i < 5; i++) {
      await transport.send({ method: 'GET', url, headers: {} })
      record.write(() => ({ event: 'told', play: 'p', entry: { line: ++written } }) as RunEvent)
    }
    record.close()
    expect({ seen, written }).toEqual({ seen: [0, 0, 1, 2, 3], written: 5 })
  })

  it('survives a wrong content coding', async () => {
    const failure = await failureOf((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip'),
    )
    expect(failure.kind).toBe('protocol')
  })
})
