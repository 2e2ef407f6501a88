import { readFileSync } from 'node:fs'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { type Dispatcher, EnvHttpProxyAgent } from 'undici'
import type { ClientTls } from '../auth/auth.ts'
import { tlsOptions } from '../auth/tls-options.ts'

export interface AgentOptions {
  /** Milliseconds for one request, from first byte sent to last byte read. */
  readonly timeout: number
  /** PEM of a certificate authority to trust besides the built-in ones. */
  readonly ca?: string
  /** What the client shows of itself. */
  readonly tls?: ClientTls
  /** Address of a proxy for everything that NO_PROXY does not name. Absent: HTTPS_PROXY and HTTP_PROXY, but not for loopback. */
  readonly proxy?: string
  readonly connections: number
}

export const MAX_BYTES = 16 * 1024 * 1024

/** Makes dispatchers that are all alike; the certificates are read once. */
export function agentFactory(options: AgentOptions): () => Dispatcher {
  const { timeout, ca, tls, proxy, connections } = options
  const authorities = ca === undefined ? undefined : [...rootCertificates, ...extraAuthorities(), ca]
  const target = secured(authorities, tls)
  // The client certificate is for the target, and not for the proxy on the way.
  const proxyTls = { ...(tls === undefined ? target : secured(authorities)), timeout }
  return () =>
    new EnvHttpProxyAgent({
      connections,
      // The TLS options are needed twice: straight to the target, and to the target through a proxy.
      connect: { ...target, timeout },
      requestTls: { ...target, timeout },
      proxyTls,
      ...(proxy === undefined ? {} : { httpProxy: proxy, httpsProxy: proxy }),
      noProxy: exempt(proxy !== undefined, process.env),
      headersTimeout: timeout,
      bodyTimeout: timeout,
      maxResponseSize: MAX_BYTES,
      maxHeaderSize: 64 * 1024,
      pipelining: 1,
    })
}

/** One context for all connections: with the built-in authorities in it, making one takes its time. */
function secured(ca: string[] | undefined, tls?: ClientTls): { secureContext?: SecureContext } {
  if (ca === undefined && tls === undefined) return {}
  const options = { ...(ca === undefined ? {} : { ca }), ...(tls === undefined ? {} : tlsOptions(tls)) }
  return { secureContext: createSecureContext(options) }
}

/** Node.js forgets these where authorities are named in the program. */
function extraAuthorities(): string[] {
  const file = process.env.NODE_EXTRA_CA_CERTS
  if (!file) return []
  try {
    return [readFileSync(file, 'utf8')]
  } catch {
    // Node.js has warned of it at the start.
    return []
  }
}

/** A proxy of the environment is meant for the world outside, not for what runs on this machine. */
function exempt(isNamed: boolean, env: NodeJS.ProcessEnv): string {
  const said = env.no_proxy ?? env.NO_PROXY ?? ''
  return isNamed || said === '*' ? said : [said, 'localhost', '127.0.0.1', '[::1]'].filter(Boolean).join(',')
}
