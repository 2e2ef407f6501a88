import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why certificates cannot be made here; `undefined` where they can. Node.js itself cannot make them. */
export const noCertificates: string | undefined =
  spawnSync('openssl', ['version']).status === 0 ? undefined : 'there is no openssl on this machine'

/** A certificate authority with a server and a client of its own, and a client that nobody knows: names of PEM files. */
export interface Certificates {
  readonly ca: string
  readonly server: { readonly cert: string; readonly key: string }
  readonly client: { readonly cert: string; readonly key: string; readonly pfx: string }
  readonly stranger: { readonly cert: string; readonly key: string }
}

/** @param passphrase of the client's key in `pfx` */
export function makeCertificates(passphrase: string): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'scim-test-certificates-'))
  const path = (name: string) => join(folder, name)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' })
  const make = (name: string, extensions: string, ...more: string[]) => {
    writeFileSync(
      path(`${name}.cnf`),
      `[req]\ndistinguished_name=dn\nx509_extensions=ext\n[dn]\n[ext]\n${extensions}\n`,
    )
    const key = [
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      path(`${name}.key`),
    ]
    const what = [
      '-subj',
      `/CN=${name}`,
      '-days',
      '2',
      '-config',
      path(`${name}.cnf`),
      '-out',
      path(`${name}.pem`),
    ]
    openssl('req', '-x509', ...key, ...what, ...more)
    return { cert: path(`${name}.pem`), key: path(`${name}.key`) }
  }
  const ca = make('ca', 'basicConstraints=critical,CA:TRUE')
  const signed = ['-CA', ca.cert, '-CAkey', ca.key]
  const server = make('server', 'subjectAltName=DNS:localhost,DNS:scim.example.test,IP:127.0.0.1', ...signed)
  const client = make('client', 'extendedKeyUsage=clientAuth', ...signed)
  const pfx = path('client.p12')
  const pair = ['-inkey', client.key, '-in', client.cert]
  openssl('pkcs12', '-export', ...pair, '-passout', `pass:${passphrase}`, '-out', pfx)
  return {
    ca: ca.cert,
    server,
    client: { ...client, pfx },
    stranger: make('stranger', 'extendedKeyUsage=clientAuth'),
  }
}

export const textOf = (path: string): string => readFileSync(path, 'utf8')
