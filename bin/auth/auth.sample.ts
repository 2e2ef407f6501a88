import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createEndpoint } from '#endpoint'
import type { Exchange, ScimRequest } from '#scim'
import { parseConfig } from '../config.ts'
import { serve } from '../http/server.ts'
import { connect } from '../run/connect.ts'
import type { Settings } from '../run/settings.ts'
import type { Auth } from './auth.ts'
import type { AuthConfig } from './auth-config.ts'
import { resolveAuth } from './resolve-auth.ts'
import { signIn } from './sign-in.ts'
import { createTokenEndpoint, type TokenEndpoint, type TokenEndpointOptions } from './token-endpoint.ts'

/** One key pair for a file of tests: making an RSA key takes a moment. */
export const keys = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })

export const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }) as string

/** A server of the test's own on loopback, gone when the test is. */
export async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** What a token endpoint was asked, and whose tokens still count. */
export interface Issuer {
  readonly url: string
  readonly forms: URLSearchParams[]
  readonly heads: Readonly<Record<string, unknown>>[]
  accepts(token: string): boolean
  /** From now on the tokens given so far are worth nothing. */
  revoke(): void
  /** From now on this is answered to whoever asks for one. */
  fail(status: number, body: string): void
}

export async function issuer(options: Partial<TokenEndpointOptions>): Promise<Issuer> {
  const forms: URLSearchParams[] = []
  const heads: Record<string, unknown>[] = []
  const given = new Set<string>()
  let endpoint: TokenEndpoint | undefined
  let failure: [number, string] | undefined
  const url = await listening((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      forms.push(new URLSearchParams(body))
      heads.push(request.headers)
      if (failure) return response.writeHead(failure[0]).end(failure[1])
      const headers = request.headers as Record<string, string>
      const answer = (endpoint as TokenEndpoint).answer({ headers, body })
      const token = JSON.parse(answer.body ?? '{}').access_token
      if (token) given.add(token)
      return response.writeHead(answer.status, answer.headers).end(answer.body)
    })
  })
  endpoint = createTokenEndpoint({
    clientId: 'client',
    lifetime: 600,
    ...options,
    audiences: [`${url}/token`, ...(options.audiences ?? [])],
  })
  return {
    url: `${url}/token`,
    forms,
    heads,
    accepts: (token) => given.has(token) && (endpoint as TokenEndpoint).accepts(token),
    revoke: () => given.clear(),
    fail: (status, body) => {
      failure = [status, body]
    },
  }
}

/** A SCIM endpoint that lets in whom `admits` says; every Authorization header that it saw. */
export async function target(admits: (authorization: string) => boolean) {
  const seen: (string | undefined)[] = []
  const endpoint = createEndpoint({ base: 'http://127.0.0.1/scim/v2', token: 'inner' })
  const served = await serve({
    port: 0,
    endpoint: {
      handle: (request) => {
        const { authorization } = request.headers
        seen.push(authorization)
        const shown =
          authorization === undefined
            ? {}
            : { authorization: `Bearer ${admits(authorization) ? 'inner' : '-'}` }
        const { authorization: _, ...headers } = request.headers
        return endpoint.handle({ ...request, headers: { ...headers, ...shown } })
      },
    },
  })
  onTestFinished(() => served.close())
  return { url: served.url, seen }
}

/** As the configuration file would be read. */
export function authFrom(yaml: string, env: NodeJS.ProcessEnv = {}): Auth {
  return resolveAuth(parseConfig(yaml, 'scim-test.config.yaml').auth as AuthConfig, env)
}

export function settingsWith(auth: Auth, over: Partial<Settings> = {}): Settings {
  return {
    auth,
    headers: {},
    profile: 'rfc',
    only: [],
    concurrency: 4,
    rate: 0,
    seed: '1',
    timeout: 5_000,
    settle: 0,
    out: '/nowhere',
    strict: false,
    quiet: true,
    allure: false,
    assume: {},
    create: {},
    deviations: [],
    ...over,
  } as Settings
}

/** Signs in as a run does, and gives what sends. */
export async function signedIn(given: Settings, base: string) {
  const settings = { ...given, auth: await signIn(given) }
  const exchanges: Exchange[] = []
  const { client, redactor, close } = connect({
    settings,
    run: 'abcdef',
    base,
    concurrency: 4,
    onExchange: (exchange) => exchanges.push(exchange),
  })
  onTestFinished(() => close())
  const send = async (credentials: 'own' | 'none' | 'wrong' = 'own', request: Partial<ScimRequest> = {}) => {
    const { exchange } = await client.exchange(
      { method: 'GET', path: '/Users', ...request },
      'test',
      credentials,
    )
    return exchange
  }
  const statuses = async (credentials?: 'own' | 'none' | 'wrong') =>
    (await send(credentials)).response?.status
  return { send, statuses, client, redactor, exchanges, settings }
}
