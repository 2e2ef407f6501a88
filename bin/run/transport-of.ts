import { createTransport, type HttpTransport } from '../http/transport.ts'
import type { Settings } from './settings.ts'

/** How the sockets are to be opened: trust, client certificate, proxy. */
export type Reach = Pick<Settings, 'timeout' | 'ca' | 'tls' | 'proxy'>

/** @param passing nobody keeps the answers */
export function transportOf(
  { timeout, ca, tls, proxy }: Reach,
  connections: number,
  passing = false,
): HttpTransport {
  return createTransport({
    timeout,
    connections,
    passing,
    ...(ca === undefined ? {} : { ca }),
    ...(tls === undefined ? {} : { tls }),
    ...(proxy === undefined ? {} : { proxy }),
  })
}
