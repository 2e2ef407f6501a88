import { createTransport, type HttpTransport } from '../http/transport.ts'
import type { Settings } from './settings.ts'

/** How the sockets are to be opened: trust, client certificate, proxy. */
export type Reach = Pick<Settings, 'timeout' | 'ca' | 'tls' | 'proxy'>

export function transportOf({ timeout, ca, tls, proxy }: Reach, connections: number): HttpTransport {
  return createTransport({
    timeout,
    connections,
    ...(ca === undefined ? {} : { ca }),
    ...(tls === undefined ? {} : { tls }),
    ...(proxy === undefined ? {} : { proxy }),
  })
}
