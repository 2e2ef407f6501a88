import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type Behaviour, type Call, reply, withText } from './behaviour.ts'

const JSON_TYPE = { 'content-type': 'application/scim+json' }
const MIB = 1 << 20
/** Small on the wire, 64 MiB when they are opened; made when they are first asked for. */
const BOMBS = {
  gzip: once(() => gzipSync(Buffer.alloc(64 * MIB), { level: 1 })),
  br: once(() =>
    brotliCompressSync(Buffer.alloc(64 * MIB), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  ),
}

function endless({ response }: Call, chunk: Buffer): void {
  response.writeHead(200, JSON_TYPE)
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('drain', more)
  more()
}

function drip({ response }: Call, every: number): void {
  response.writeHead(200, JSON_TYPE)
  const timer = setInterval(() => response.write(' '), every)
  response.on('close', () => clearInterval(timer))
}

const fixed =
  (status: number, body: string | Buffer, headers: Record<string, string> = JSON_TYPE) =>
  ({ response }: Call): void =>
    void response.writeHead(status, headers).end(body)

/** In answer to what is created alone: opening one takes its time. */
const exploding =
  (bomb: () => Buffer, coding: string) =>
  async (call: Call): Promise<void> =>
    call.request.method === 'POST'
      ? fixed(201, bomb(), { ...JSON_TYPE, 'content-encoding': coding })(call)
      : reply(call, await call.honest())

/** Bodies that do not end, do not fit, or are not what they say. */
export const bodies: readonly Behaviour[] = [
  {
    id: 'endless-body',
    does: 'never ends its body',
    ends: 'found',
    answer: (call) => endless(call, Buffer.alloc(MIB, ' ')),
  },
  {
    id: 'endless-discovery',
    does: 'never ends the body of its discovery',
    where: 'everything',
    ends: 'refused',
    answer: (call) => endless(call, Buffer.alloc(MIB, '[')),
  },
  {
    id: 'drip',
    waits: true,
    does: 'sends a byte now and then',
    ends: 'found',
    answer: (call) => drip(call, 20),
  },
  {
    id: 'drip-from-the-start',
    waits: true,
    does: 'sends a byte now and then, discovery included',
    where: 'everything',
    ends: 'refused',
    answer: (call) => drip(call, 20),
  },
  {
    id: 'silence',
    waits: true,
    does: 'takes the request and says nothing',
    ends: 'found',
    answer: () => undefined,
  },
  {
    id: 'gzip-bomb',
    does: 'sends a body that is small on the wire only',
    ends: 'found',
    answer: exploding(() => BOMBS.gzip(), 'gzip'),
  },
  {
    id: 'brotli-bomb',
    does: 'sends a body of a few bytes that opens into 64 MiB',
    ends: 'found',
    answer: exploding(() => BOMBS.br(), 'br'),
  },
  {
    id: 'coding-that-is-none',
    does: 'says that its body is compressed, which it is not',
    ends: 'found',
    answer: withHeadersText({ 'content-encoding': 'gzip' }),
  },
  {
    id: 'deep-json',
    does: 'sends arrays in arrays, a hundred thousand deep',
    ends: 'found',
    answer: fixed(200, `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  },
  {
    id: 'deep-objects-in-a-resource',
    does: 'sends objects in objects, fifty thousand deep, within a resource',
    ends: 'found',
    answer: withText((text) =>
      text.replace(/\}$/, `,"deep":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_001)}`),
    ),
  },
  {
    id: 'wide-json',
    does: 'sends an object with twenty thousand members',
    ends: 'survived',
    answer: withText((text) => {
      const many = Array.from({ length: 20_000 }, (_, n) => `"a${n}":${n}`).join(',')
      return text.replace(/\}$/, `,${many}}`)
    }),
  },
  {
    id: 'endless-list',
    does: 'says that there is always one more page',
    ends: 'survived',
    answer: withText((text) => text.replace(/"totalResults":\d+/, '"totalResults":2147483647')),
  },
  {
    id: 'length-too-long',
    does: 'promises more bytes than it sends',
    ends: 'found',
    answer: async (call) => {
      const { status, body = '' } = await call.honest()
      call.request.socket.write(
        `HTTP/1.1 ${status} X\r\nContent-Length: ${body.length + 5_000}\r\n\r\n${body}`,
      )
      call.request.socket.end()
    },
  },
  {
    id: 'length-too-short',
    does: 'sends more bytes than it promised',
    ends: 'found',
    answer: async (call) => {
      const { status, body = '' } = await call.honest()
      call.request.socket.end(`HTTP/1.1 ${status} X\r\nContent-Length: 10\r\n\r\n${body}`)
    },
  },
  {
    id: 'two-lengths',
    does: 'gives two lengths that disagree',
    ends: 'found',
    answer: async (call) => {
      const { status, body = '' } = await call.honest()
      const lengths = `Content-Length: ${body.length}\r\nContent-Length: 3\r\n`
      call.request.socket.end(`HTTP/1.1 ${status} X\r\n${lengths}\r\n${body}`)
    },
  },
  {
    id: 'length-and-chunks',
    does: 'gives a length and chunks at once, as request smugglers do',
    ends: 'found',
    answer: (call) =>
      void call.request.socket.end(
        'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n',
      ),
  },
  {
    id: 'bad-chunk',
    does: 'sends a chunk whose size is no number',
    ends: 'found',
    answer: (call) =>
      void call.request.socket.end(
        'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n',
      ),
  },
  {
    id: 'reset-in-the-middle',
    does: 'cuts the connection in the middle of a body',
    ends: 'found',
    answer: (call) => {
      call.response.writeHead(200, { ...JSON_TYPE, 'content-length': '1000' })
      call.response.write('{"schemas":[')
      setTimeout(() => call.request.socket.resetAndDestroy(), 5)
    },
  },
  {
    id: 'html-errors',
    does: 'answers with an HTML page that has a script in it',
    ends: 'found',
    answer: fixed(500, '<html><script>alert(1)</script><h1>Oops</h1></html>', {
      'content-type': 'text/html',
    }),
  },
  {
    id: 'html-login-page',
    does: 'answers everything with the page of a login, status 200',
    where: 'everything',
    ends: 'refused',
    answer: fixed(200, '<html><form action="/login"><input name="password"></form></html>', {
      'content-type': 'text/html',
    }),
  },
  { id: 'empty-bodies', does: 'answers 200 with nothing', ends: 'found', answer: fixed(200, '') },
  {
    id: 'half-a-body',
    does: 'leaves off the second half of its JSON',
    ends: 'found',
    answer: withText((text) => text.slice(0, text.length / 2)),
  },
  {
    id: 'text-after-the-json',
    does: 'sends something more after its JSON',
    ends: 'found',
    answer: withText((text) => `${text}${text}`),
  },
  {
    id: 'other-byte-order',
    does: 'sends its JSON in UTF-16',
    ends: 'found',
    answer: withText((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
  },
]

function withHeadersText(more: Record<string, string>): Behaviour['answer'] {
  return async (call) => {
    const answer = await call.honest()
    reply(call, { ...answer, headers: { ...answer.headers, ...more } })
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
