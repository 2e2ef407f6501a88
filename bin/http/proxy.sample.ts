import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect as connectSocket, type Server } from 'node:net'
import type { Duplex } from 'node:stream'
import { onTestFinished } from 'vitest'

/** Listens on loopback until the test is over; its port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** A proxy that leads every name to this machine. */
export async function proxy(admits: (authorization: string | undefined) => boolean = () => true) {
  const asked: string[] = []
  const server = createServer((_, response) => response.writeHead(501).end())
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    asked.push(request.url ?? '')
    socket.on('error', () => undefined)
    if (!admits(request.headers['proxy-authorization']))
      return socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    const upstream = connectSocket(Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    upstream.on('error', () => socket.destroy())
    return undefined
  })
  return { port: await listen(server), asked }
}
