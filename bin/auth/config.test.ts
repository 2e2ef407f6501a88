import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../config.ts'
import { resolveSettings } from '../run/resolve.ts'
import { authFrom } from './auth.sample.ts'
import { resolveTls } from './resolve-auth.ts'
import { readSigningKey } from './signing-key.ts'

const FILE = 'scim-test.config.yaml'
const secret = randomUUID()

/** The one sentence that a mistake gets; whatever stood in the file is not repeated. */
function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    expect((error as Error).name).toBe('UsageError')
    expect((error as Error).message).not.toContain(secret)
    return (error as Error).message
  }
  throw new Error('it was accepted')
}

describe('auth in the configuration', () => {
  it.each<[string, string, string | RegExp]>([
    ['no type', 'auth: {}', /^scim-test\.config\.yaml:1:1: auth needs a type\. Known: none, bearer, basic/],
    ['a text', `auth: ${secret}`, /:1:1: auth needs a type/],
    ['an unknown type', 'auth:\n  type: baerer', /:2:3: .*Did you mean "bearer"/],
    [
      'an unknown key',
      'auth:\n  type: basic\n  user: x',
      /:3:3: there is no auth\.user\. Known: type, username, password/,
    ],
    ['a missing key', 'auth:\n  type: basic', /:1:1: auth needs username\./],
    [
      'a secret in the file',
      `auth:\n  type: bearer\n  token: ${secret}`,
      /:3:3: auth\.token takes env:NAME or file:PATH/,
    ],
    [
      'a secret among the headers',
      `auth:\n  type: headers\n  headers:\n    X-API-Key: ${secret}`,
      /:4:5: auth\.headers\.X-API-Key takes env:NAME/,
    ],
    [
      'a password in an address',
      `auth: { type: client-credentials, clientId: x, tokenUrl: 'https://a:${secret}@b.test/token' }`,
      /auth\.tokenUrl takes an http or https address without user and password/,
    ],
    [
      'an unknown way to show the secret',
      "auth: { type: client-credentials, clientId: x, tokenUrl: 'https://b.test/t', method: client_secret_pots }",
      /one of client_secret_basic.*\. Did you mean "client_secret_post"\?/,
    ],
    [
      'a bare organisation number',
      "auth: { type: jwt-grant, clientId: x, tokenUrl: 'https://b.test/t', audience: a, scope: s, systemUser: { organisation: '991825827' } }",
      /auth\.systemUser\.organisation takes .*0192:/,
    ],
    [
      'a certificate in the file',
      `tls:\n  certificate: ${secret}`,
      /:2:3: tls\.certificate takes env:NAME or file:PATH/,
    ],
    [
      'a password of a proxy',
      `proxy: http://u:${secret}@proxy.test:3128`,
      /:1:1: proxy takes an http or https address/,
    ],
  ])('%s', (_, yaml, says) => expect(refusal(() => parseConfig(yaml, FILE))).toMatch(says))

  it('takes secrets from variables and files, never both ways at once', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'scim-test-auth-')), 'token')
    writeFileSync(file, `${secret}\n`)
    expect(authFrom(`auth: { type: bearer, token: 'file:${file}' }`)).toEqual({
      type: 'bearer',
      token: secret,
    })
    expect(authFrom('auth: { type: bearer }', { SCIM_TEST_TOKEN: secret })).toEqual({
      type: 'bearer',
      token: secret,
    })
    expect(authFrom('auth: { type: bearer, token: env:T }', { T: secret })).toEqual({
      type: 'bearer',
      token: secret,
    })
    expect(refusal(() => authFrom('auth: { type: bearer, token: env:T }'))).toMatch(
      /auth\.token .*variable T, which is not set/,
    )
    expect(refusal(() => authFrom('auth: { type: bearer, token: file:/nowhere }'))).toMatch(
      /\/nowhere \(ENOENT\)/,
    )
    expect(refusal(() => authFrom('auth: { type: bearer }', { SCIM_TEST_TOKEN: `${secret}\nx` }))).toMatch(
      /line break/,
    )
  })

  it('the command line wins over auth, and the short keys exclude it', () => {
    const config = join(mkdtempSync(join(tmpdir(), 'scim-test-auth-')), FILE)
    writeFileSync(config, 'auth: { type: none }\n')
    expect(resolveSettings({ config }, {}).auth).toEqual({ type: 'none' })
    expect(resolveSettings({ config }, { SCIM_TEST_TOKEN: secret }).auth).toEqual({ type: 'none' })
    expect(resolveSettings({ config, token: secret }, {}).auth).toEqual({ type: 'bearer', token: secret })
    writeFileSync(config, 'auth: { type: none }\ntokenEnv: X\n')
    expect(refusal(() => resolveSettings({ config }, { X: secret }))).toMatch(/with auth and with tokenEnv/)
  })

  it('takes the address of a proxy with a password from the environment alone', () => {
    const config = join(mkdtempSync(join(tmpdir(), 'scim-test-auth-')), FILE)
    writeFileSync(config, 'proxy: env:P\n')
    const address = `http://u:${secret}@proxy.test:3128`
    expect(resolveSettings({ config }, { P: address }).proxy).toBe(address)
    expect(refusal(() => resolveSettings({ config }, { P: secret }))).toMatch(/no http or https address/)
  })
})

describe('a signing key', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  const ed = generateKeyPairSync('ed25519')

  it('is read in every form that people have', () => {
    const pkcs1 = rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }) as string
    expect(readSigningKey(pkcs1, {})).toMatchObject({ algorithm: 'RS256' })
    const sec1 = ec.privateKey.export({ type: 'sec1', format: 'pem' }) as string
    expect(readSigningKey(sec1, { keyId: 'k' })).toMatchObject({ algorithm: 'ES384', keyId: 'k' })
    const jwk = { ...ed.privateKey.export({ format: 'jwk' }), kid: 'own', alg: 'EdDSA' }
    expect(readSigningKey(JSON.stringify(jwk), {})).toMatchObject({ algorithm: 'EdDSA', keyId: 'own' })
    const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: secret } as const
    const locked = rsa.privateKey.export(options) as string
    expect(readSigningKey(locked, { passphrase: secret, algorithm: 'PS512' })).toMatchObject({
      algorithm: 'PS512',
    })
    expect(refusal(() => readSigningKey(locked, {}))).toMatch(/locked with a passphrase/)
    expect(refusal(() => readSigningKey(locked, { passphrase: 'another' }))).toMatch(/cannot be opened/)
  })

  it.each<[string, () => unknown, RegExp]>([
    [
      'a public key',
      () => readSigningKey(rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string, {}),
      /what is public/,
    ],
    [
      'a public JWK',
      () => readSigningKey(JSON.stringify(rsa.publicKey.export({ format: 'jwk' })), {}),
      /what is public/,
    ],
    ['nonsense', () => readSigningKey(secret, {}), /in no form that can be read.*openssl pkcs12/],
    ['broken JSON', () => readSigningKey(`{"d":"${secret}"`, {}), /no private key in that form/],
    [
      'an algorithm of another kind',
      () =>
        readSigningKey(ec.privateKey.export({ type: 'sec1', format: 'pem' }) as string, {
          algorithm: 'RS256',
        }),
      /ec secp384r1, which RS256 does not sign with\. It fits ES384\./,
    ],
    [
      'a short key',
      () => {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
        return readSigningKey(privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, {})
      },
      /has 1024 bits/,
    ],
  ])('%s', (_, act, says) => expect(refusal(act)).toMatch(says))
})

describe('a client certificate', () => {
  it('that is none', () => {
    const env = { C: secret, K: secret }
    expect(refusal(() => resolveTls({ certificate: 'env:C', key: 'env:K' }, env))).toMatch(
      /not both in PEM form/,
    )
    expect(refusal(() => resolveTls({ certificate: 'env:C' }, env))).toMatch(
      /SCIM_TEST_TLS_KEY, which is not set/,
    )
    expect(refusal(() => resolveTls({ pfx: 'env:C' }, env))).toMatch(/no PKCS #12 file/)
  })
})
