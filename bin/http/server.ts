import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express'
import type { Endpoint, EndpointRequest, EndpointResponse } from '#endpoint'
import { ScimError } from '#scim'

export interface ServeOptions {
  /** Only its `handle` is used, so that a defect can be put in its place while the server runs. */
  readonly endpoint: Pick<Endpoint, 'handle'>
  /** Is asked in place of the endpoint; without an answer the connection is closed. */
  readonly line?: (request: EndpointRequest) => Promise<EndpointResponse | undefined>
  /** Answers what lies beside the base path; `path` is from the root. What it leaves is answered 404. */
  readonly aside?: (request: EndpointRequest) => EndpointResponse | undefined
  /** Told of what nobody answers; `path` is from the root. */
  readonly onOutside?: (request: EndpointRequest) => void
  /** 0 for any that is free. */
  readonly port: number
  readonly host?: string
  /** Begins with a slash. */
  readonly basePath?: string
  /** Bytes of the largest body; a larger one is answered 413. */
  readonly limit?: number
}

export interface Served {
  /** Of the endpoint, without a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

/** Puts an endpoint behind a socket. Whatever happens, the answer has a SCIM body, never HTML. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { host = '127.0.0.1', basePath = '/scim/v2', limit = 2_097_152 } = options
  const app = express().disable('x-powered-by').disable('etag')
  app.use(express.text({ type: () => true, limit, defaultCharset: 'utf-8' }))
  app.use(answering(options, basePath), refusing(limit))
  const server = await listen(app, options.port, host)
  const { port } = server.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host
  return { url: `http://${name}:${port}${basePath}`, close: () => close(server) }
}

function listen(app: express.Express, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, (error?: Error) => (error ? reject(error) : resolve(server)))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}

function answering({ endpoint, aside, onOutside, line }: ServeOptions, basePath: string): RequestHandler {
  return (request, response, next) => {
    const path = belowBase(request.originalUrl, basePath)
    if (path === undefined) {
      const asked = toEndpointRequest(request, request.originalUrl)
      const answer = aside?.(asked)
      if (!answer) onOutside?.(asked)
      send(response, answer ?? outside())
      return
    }
    const asked = toEndpointRequest(request, path)
    if (!line) {
      send(response, endpoint.handle(asked))
      return
    }
    line(asked).then((answer) => (answer ? send(response, answer) : request.socket.destroy()), next)
  }
}

/** The path relative to the base, or undefined for what lies beside it. */
function belowBase(url: string, basePath: string): string | undefined {
  if (!url.startsWith(basePath)) return undefined
  const rest = url.slice(basePath.length)
  if (rest === '' || rest.startsWith('?')) return `/${rest}`
  return rest.startsWith('/') ? rest : undefined
}

function toEndpointRequest(request: Request, path: string): EndpointRequest {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  const body: unknown = request.body
  return { method: request.method, path, headers, ...(typeof body === 'string' ? { body } : {}) }
}

function outside(): EndpointResponse {
  return fromError(new ScimError(404, undefined, 'There is nothing outside the SCIM base path'))
}

function fromError(error: ScimError): EndpointResponse {
  const headers = { 'content-type': 'application/scim+json' }
  return { status: error.status, headers, body: JSON.stringify(error.toBody()) }
}

/** Faults of the body parser and of Express itself. The four parameters make it an error handler. */
function refusing(limit: number): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const status = statusOf(error)
    const detail = status === 413 ? `The body is larger than ${limit} bytes` : 'The request could not be read'
    if (response.headersSent) response.destroy()
    else
      send(response, fromError(new ScimError(status, status === 400 ? 'invalidSyntax' : undefined, detail)))
  }
}

function statusOf(error: unknown): number {
  const status = (error as { status?: unknown } | undefined)?.status
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}

/** Without `response.send`, which would add a charset, an ETag and a length of its own making. */
function send(response: Response, { status, headers, body, after }: EndpointResponse): void {
  const write = () => {
    response.writeHead(status, headers)
    response.end(body)
  }
  if (after === undefined) write()
  else setTimeout(write, after).unref()
}
