import type { ClientTls } from './auth.ts'

/** What `node:tls` wants of it. */
export function tlsOptions({ certificate, key, pfx, passphrase }: ClientTls) {
  return {
    ...(certificate === undefined ? {} : { cert: certificate }),
    ...(key === undefined ? {} : { key }),
    ...(pfx === undefined ? {} : { pfx: Buffer.from(pfx, 'base64') }),
    ...(passphrase === undefined ? {} : { passphrase }),
  }
}
