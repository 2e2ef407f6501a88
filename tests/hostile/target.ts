import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEndpoint, type Endpoint, type EndpointResponse } from '#endpoint'
import { type Behaviour, reply } from './behaviour.ts'

/** What the run signs in with; nobody else may ever see it. */
export const TOKEN = 'token-of-the-hostile-target-5d1c'
const BASE = '/scim/v2'

export interface HostileTarget {
  /** Without a slash at its end. */
  readonly url: string
  /** Requests that reached the target. */
  requests(): number
  /** Connections and requests that reached the other host, each of which is a mistake of the tool. */
  strays(): readonly string[]
  close(): Promise<void>
}

/** A target that behaves as told, in front of an honest endpoint, and a second host that nobody should turn to. */
export async function hostileTarget(behaviour: Behaviour): Promise<HostileTarget> {
  const strays: string[] = []
  const other = createServer((request, response) => {
    strays.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`)
    response.end('{}')
  }).on('connection', () => strays.push('connection'))
  const elsewhere = await listen(other)
  let earlier = 0
  let endpoint: Endpoint | undefined
  const server = createServer((request, response) => {
    const call = {
      request,
      response,
      elsewhere,
      earlier: earlier++,
      honest: once(() => honestly(endpoint as Endpoint, request)),
    }
    response.on('error', () => undefined)
    const hostile = behaviour.where === 'everything' || !isDiscovery(call.earlier, request)
    const answering = hostile ? behaviour.answer(call) : call.honest().then((answer) => reply(call, answer))
    Promise.resolve(answering).catch((error: unknown) => fail(response, error))
  }).on('connection', (socket) => socket.on('error', () => undefined))
  const url = `${await listen(server)}${BASE}`
  endpoint = createEndpoint({ base: url, token: TOKEN, now: () => new Date() })
  return {
    url,
    requests: () => earlier,
    strays: () => strays,
    close: async () => void (await Promise.all([closed(server), closed(other)])),
  }
}

/** A mistake of the fixture itself must not pass for a hostile answer. */
function fail(response: ServerResponse, error: unknown): void {
  console.error(error)
  response.destroy()
}

/** What a run asks before it writes: the three descriptions, and searches for what cannot be there. */
function isDiscovery(earlier: number, { method, url = '' }: IncomingMessage): boolean {
  if (/\/(?:ServiceProviderConfig|ResourceTypes|Schemas)/.test(url)) return true
  return earlier < MOST_OF_DISCOVERY && (method === 'GET' || /\/\.search$/.test(url))
}

const MOST_OF_DISCOVERY = 16

async function honestly(endpoint: Endpoint, request: IncomingMessage): Promise<EndpointResponse> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString()
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
  return endpoint.handle({
    method: request.method ?? 'GET',
    path: (request.url ?? '').slice(BASE.length),
    headers: Object.fromEntries(headers),
    ...(body === '' ? {} : { body }),
  })
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
