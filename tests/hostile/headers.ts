import { type Behaviour, type Call, reply, withHeaders } from './behaviour.ts'

const raw =
  (text: string) =>
  ({ request }: Call): void =>
    void request.socket.end(text)

/** Heads of answers that are too large, too many, or not HTTP. */
export const headers: readonly Behaviour[] = [
  {
    id: 'huge-headers',
    does: 'sends a header of a megabyte',
    ends: 'found',
    answer: raw(`HTTP/1.1 200 OK\r\nX-Long: ${'a'.repeat(1 << 20)}\r\nContent-Length: 0\r\n\r\n`),
  },
  {
    id: 'headers-without-end',
    waits: true,
    does: 'sends headers one after the other and never ends them',
    ends: 'found',
    answer: ({ request: { socket } }) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('X-More: and more\r\n'), 5)
      socket.on('close', () => clearInterval(timer))
    },
  },
  {
    id: 'not-http',
    does: 'answers in another protocol',
    ends: 'found',
    answer: raw('SSH-2.0-OpenSSH_9.6\r\n'),
  },
  {
    id: 'not-http-from-the-start',
    does: 'speaks another protocol from the start',
    where: 'everything',
    ends: 'refused',
    answer: raw('220 mail.example ESMTP\r\n'),
  },
  {
    id: 'no-agent-no-service',
    does: 'refuses whoever names no User-Agent, with a page of HTML (kortix-ai/suna#7297)',
    where: 'everything',
    ends: 'refused',
    answer: async (call) => {
      if (call.request.headers['user-agent'] !== undefined) return reply(call, await call.honest())
      call.response.writeHead(403, { 'content-type': 'text/html' }).end('<html><h1>Forbidden</h1></html>')
    },
  },
  {
    id: 'status-of-no-meaning',
    does: 'answers 999',
    ends: 'found',
    answer: raw('HTTP/1.1 999 Whatever\r\nContent-Length: 0\r\n\r\n'),
  },
  {
    id: 'informs-for-ever',
    waits: true,
    does: 'sends one interim answer after the other and never the last',
    ends: 'found',
    answer: ({ request: { socket } }) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n'), 5)
      socket.on('close', () => clearInterval(timer))
    },
  },
  {
    id: 'switches-protocols',
    does: 'answers 101 as if another protocol had been asked for',
    ends: 'found',
    answer: raw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nhello'),
  },
  {
    id: 'escapes-in-headers',
    does: 'puts what drives a terminal, and a script, into its headers',
    ends: 'survived',
    answer: withHeaders(() => ({
      'x-note': '<script>alert(1)</script> \u009b31m \u0085',
      'content-type': 'application/scim+json; charset="</script>"',
      etag: 'W/"<img src=x onerror=alert(1)>"',
    })),
  },
  {
    id: 'many-cookies',
    does: 'sets two hundred cookies',
    ends: 'survived',
    answer: withHeaders(() => ({
      'set-cookie': Array.from({ length: 200 }, (_, n) => `c${n}=value${n}; Path=/`),
    })),
  },
  {
    id: 'come-back-in-a-century',
    does: 'answers 429 and wants the next request in a hundred years',
    ends: 'found',
    answer: ({ response }) => void response.writeHead(429, { 'retry-after': '3153600000' }).end(),
  },
  {
    id: 'come-back-yesterday',
    does: 'answers 429 for ever and wants the next request in the past',
    ends: 'found',
    answer: ({ response }) =>
      void response.writeHead(429, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }).end(),
  },
  {
    id: 'clock-jumps-backwards',
    does: 'dates each answer a year before the one before',
    ends: 'survived',
    answer: withHeaders(({ earlier }) => {
      const date = new Date(Date.UTC(2026, 0, 1) - earlier * 365 * 86_400_000).toUTCString()
      return { date, age: '-1', 'last-modified': date, expires: '-1' }
    }),
  },
]
