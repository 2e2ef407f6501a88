import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CredentialsLost, journalFile, nb, openJournal, phraseText, sweep } from '#harness'
import { authMessages } from '../messages/auth.ts'
import { speak } from '../messages/language.ts'
import { authFrom, issuer, keys, listening, pemOf, settingsWith, signedIn, target } from './auth.sample.ts'
import { type Auth, basicPair } from './auth.ts'
import { secretsIn } from './secrets.ts'

const pair = keys()
const PEM = pemOf(pair.privateKey)
const secret = randomUUID()

const clientCredentials = (url: string, more = '') =>
  authFrom(`auth:\n  type: client-credentials\n  tokenUrl: ${url}\n  clientId: client\n${more}`, {
    SCIM_TEST_CLIENT_SECRET: secret,
  })

describe('fixed credentials', () => {
  const env = { SCIM_TEST_TOKEN: secret, SCIM_TEST_PASSWORD: secret, KEY: secret }
  const schemes: [string, string, (authorization: string) => boolean][] = [
    ['bearer', 'auth: { type: bearer }', (given) => given === `Bearer ${secret}`],
    [
      'basic',
      'auth: { type: basic, username: scim }',
      (given) => given === `Basic ${basicPair('scim', secret)}`,
    ],
    [
      'a header of the target’s own',
      'auth: { type: headers, headers: { Authorization: env:KEY } }',
      (given) => given === secret,
    ],
  ]
  it.each(schemes)('%s', async (_, yaml, admits) => {
    const { url, seen } = await target(admits)
    const auth = authFrom(yaml, env)
    const { statuses, exchanges, redactor } = await signedIn(settingsWith(auth), url)
    expect([await statuses(), await statuses('none'), await statuses('wrong')]).toEqual([200, 401, 401])
    expect(seen[1]).toBeUndefined()
    expect(JSON.stringify(exchanges)).not.toContain(secret)
    for (const one of secretsIn(auth)) expect(redactor.text(`echo ${one}`)).toBe('echo [secret]')
  })

  it('sends wrong credentials of the same kind', async () => {
    const { url, seen } = await target(() => true)
    const { send } = await signedIn(settingsWith(authFrom('auth: { type: basic, username: scim }', env)), url)
    await send('wrong')
    expect(seen[0]).toMatch(/^Basic \S+$/)
    expect(seen[0]).not.toContain(basicPair('scim', secret))
  })
})

describe('a token endpoint', () => {
  const schemes: [string, (url: string) => Auth][] = [
    ['client_secret_basic', (url) => clientCredentials(url)],
    ['client_secret_post', (url) => clientCredentials(url, '  method: client_secret_post\n')],
    [
      'private_key_jwt',
      (url) =>
        authFrom(`auth: { type: private-key-jwt, tokenUrl: '${url}', clientId: client }`, {
          SCIM_TEST_PRIVATE_KEY: PEM,
        }),
    ],
    [
      'a JWT grant',
      (url) =>
        authFrom(
          `auth: { type: jwt-grant, tokenUrl: '${url}', clientId: client, audience: 'https://issuer.test/', scope: a:b }`,
          { SCIM_TEST_PRIVATE_KEY: PEM },
        ),
    ],
  ]
  it.each(schemes)('%s: one token for the run, none for what shall be refused', async (_, make) => {
    const from = await issuer({
      clientSecret: secret,
      publicKey: pair.publicKey,
      audiences: ['https://issuer.test/'],
    })
    const { url } = await target((given) => from.accepts(given.slice('Bearer '.length)))
    const { statuses, exchanges, settings } = await signedIn(settingsWith(make(from.url)), url)
    const all = await Promise.all([statuses(), statuses('wrong'), statuses('none'), statuses()])
    expect(all).toEqual([200, 401, 401, 200])
    expect(await statuses('wrong')).toBe(401)
    expect(from.forms).toHaveLength(1)
    for (const one of secretsIn(settings.auth)) expect(JSON.stringify(exchanges)).not.toContain(one)
  })

  it('encodes odd ids and secrets as RFC 6749 has it', async () => {
    const odd = `p+w %:&=ø${secret}`
    const from = await issuer({ clientId: 'my:client ø', clientSecret: odd })
    for (const method of ['client_secret_basic', 'client_secret_post']) {
      const yaml = `auth: { type: client-credentials, tokenUrl: '${from.url}', clientId: 'my:client ø', method: ${method} }`
      const { url } = await target((given) => from.accepts(given.slice(7)))
      const auth = authFrom(yaml, { SCIM_TEST_CLIENT_SECRET: odd })
      expect(await (await signedIn(settingsWith(auth), url)).statuses()).toBe(200)
    }
  })

  it('gets scope and further parameters', async () => {
    const from = await issuer({ clientSecret: secret })
    const more =
      "  scope: scim.read scim.write\n  parameters: { audience: 'https://scim.test/', resource: r }\n"
    await signedIn(settingsWith(clientCredentials(from.url, more)), 'http://127.0.0.1:1')
    expect(Object.fromEntries(from.forms[0] ?? [])).toEqual({
      grant_type: 'client_credentials',
      scope: 'scim.read scim.write',
      audience: 'https://scim.test/',
      resource: 'r',
    })
  })

  it('gets a grant as Maskinporten wants it, for a system user', async () => {
    const from = await issuer({ publicKey: pair.publicKey, audiences: ['https://test.maskinporten.no/'] })
    const yaml = `
auth:
  type: jwt-grant
  tokenUrl: ${from.url}
  clientId: client
  audience: https://test.maskinporten.no/
  scope: ks:fiks
  resource: https://scim.test/
  keyId: key-1
  systemUser: { organisation: '0192:991825827', externalRef: unit-7 }
  claims: { consumer_org: '991825827' }
`
    await signedIn(settingsWith(authFrom(yaml, { SCIM_TEST_PRIVATE_KEY: PEM })), 'http://127.0.0.1:1')
    const [head = '', payload = ''] = (from.forms[0]?.get('assertion') ?? '').split('.')
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
    expect(read(head)).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'key-1' })
    const { iat, exp, jti, ...claims } = read(payload)
    expect(exp - iat).toBeLessThanOrEqual(120)
    expect(jti).toMatch(/^[0-9a-f-]{36}$/)
    expect(claims).toEqual({
      iss: 'client',
      aud: 'https://test.maskinporten.no/',
      scope: 'ks:fiks',
      resource: 'https://scim.test/',
      consumer_org: '991825827',
      authorization_details: [
        {
          type: 'urn:altinn:systemuser',
          systemuser_org: { authority: 'iso6523-actorid-upis', ID: '0192:991825827' },
          externalRef: 'unit-7',
        },
      ],
    })
  })
})

describe('a token that runs out', () => {
  it('is renewed before it does, once for all that wait', async () => {
    const from = await issuer({ clientSecret: secret, lifetime: 0.5 })
    const { url, seen } = await target((given) => from.accepts(given.slice(7)))
    const { statuses } = await signedIn(settingsWith(clientCredentials(from.url)), url)
    expect(await statuses()).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await Promise.all([statuses(), statuses(), statuses()])).toEqual([200, 200, 200])
    expect(from.forms).toHaveLength(2)
    expect(new Set(seen).size).toBe(2)
  })

  it('or is revoked is renewed on the refusal, and the refusal is nobody’s finding', async () => {
    const from = await issuer({ clientSecret: secret })
    const { url } = await target((given) => from.accepts(given.slice(7)))
    const { statuses, exchanges, redactor } = await signedIn(settingsWith(clientCredentials(from.url)), url)
    expect(await statuses()).toBe(200)
    from.revoke()
    expect(await Promise.all([statuses(), statuses(), statuses()])).toEqual([200, 200, 200])
    expect(from.forms).toHaveLength(2)
    expect(exchanges.map(({ response }) => response?.status)).toEqual([200, 200, 200, 200])
    expect(redactor.text('nothing')).toBe('nothing')
  })

  it('is not taken for run out by a target that refuses the new one as well', async () => {
    const from = await issuer({ clientSecret: secret })
    let open = true
    const { url } = await target(() => open)
    const { statuses } = await signedIn(settingsWith(clientCredentials(from.url)), url)
    expect(await statuses()).toBe(200)
    open = false
    for (let i = 0; i < 5; i++) expect(await statuses()).toBe(401)
    expect(from.forms).toHaveLength(2)
  })

  it('is not renewed for a request with wrong credentials, or none', async () => {
    const from = await issuer({ clientSecret: secret })
    const { url, seen } = await target((given) => from.accepts(given.slice(7)))
    const { statuses } = await signedIn(settingsWith(clientCredentials(from.url)), url)
    await statuses()
    from.revoke()
    expect([await statuses('wrong'), await statuses('none')]).toEqual([401, 401])
    expect(from.forms).toHaveLength(1)
    expect(seen).toHaveLength(3)
  })

  it('and cannot be renewed is no answer of the target', async () => {
    const from = await issuer({ clientSecret: secret, lifetime: 0.3 })
    const { url, seen } = await target((given) => from.accepts(given.slice(7)))
    const { statuses } = await signedIn(settingsWith(clientCredentials(from.url)), url)
    expect(await statuses()).toBe(200)
    from.fail(503, 'down')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await expect(statuses()).rejects.toThrow(CredentialsLost)
    await expect(statuses()).rejects.toThrow(/answered 503/)
    expect(seen).toHaveLength(1)
  })

  it('and cannot be renewed is told in English, for the record, and shown in the language of the reader', async () => {
    speak('nb')
    onTestFinished(() => speak('en'))
    const from = await issuer({ clientSecret: secret, lifetime: 0.3 })
    const { url } = await target((given) => from.accepts(given.slice(7)))
    const { statuses } = await signedIn(settingsWith(clientCredentials(from.url)), url)
    from.fail(503, 'down')
    await new Promise((resolve) => setTimeout(resolve, 300))
    const reason = await statuses().then(String, ({ message }: Error) => message)
    expect(reason).toMatch(/^No token: \S+ answered 503.*\.\nCheck auth\.tokenUrl/)
    expect(phraseText(reason, nb)).toMatch(/^Ikke noe token: \S+ svarte 503.*\.\nSjekk auth\.tokenUrl/)
  })

  it('and cannot be renewed has words in both languages, whatever the reason', () => {
    const url = 'https://host.example/token'
    const reasons = (says: ReturnType<typeof authMessages>) => [
      ...['tls', 'proxy', 'dns'].map((kind) => says.noAnswer(url, kind, 'ECONNRESET')),
      ...['invalid_client', 'invalid_grant', 'invalid_scope', 'unauthorized_client', ''].flatMap((error) =>
        ['client-credentials', 'jwt-grant'].map((type) => says.refused(url, 400, error, error, type)),
      ),
      says.noJson(url, 200),
      says.noAccessToken(url, 'id_token'),
      says.noAccessToken(url, ''),
      says.otherTokenType(url, 'DPoP'),
    ]
    const english = reasons(authMessages('en'))
    expect(english.map((reason) => phraseText(reason, nb))).toEqual(reasons(authMessages('nb')))
  })

  it('and cannot be renewed leaves in the journal what is still there', async () => {
    const from = await issuer({ clientSecret: secret, lifetime: 0.3 })
    const { url, seen } = await target((given) => from.accepts(given.slice(7)))
    const { client } = await signedIn(settingsWith(clientCredentials(from.url)), url)
    from.fail(503, 'down')
    await new Promise((resolve) => setTimeout(resolve, 300))
    const out = mkdtempSync(join(tmpdir(), 'scim-test-auth-'))
    const journal = openJournal(out, 'abcdef', url)
    journal.made(await journal.intent('/Users', { userName: 'st-abcdef-1' }), '/Users/1')
    await journal.intent('/Groups', { displayName: 'st-abcdef-2' })
    journal.close()
    const file = journalFile(out, 'abcdef')
    const left = await sweep(file, client)
    expect(left.removed).toBe(0)
    expect(left.left.map(({ path }) => path)).toEqual(['/Users/1', '/Groups'])
    expect(left.left[0]?.answer).toMatch(/answered 503/)
    expect([seen, existsSync(file)]).toEqual([[], true])
  })

  it('is hidden from the record like the first, in whatever the target sends back', async () => {
    const from = await issuer({ clientSecret: secret, lifetime: 0.2 })
    const tokens = new Set<string>()
    const echo = await listening((request, response) => {
      tokens.add(String(request.headers.authorization).slice(7))
      response.writeHead(200, {
        'content-type': 'application/json',
        'x-echo': String(request.headers.authorization),
      })
      response.end(JSON.stringify({ said: request.headers.authorization }))
    })
    const { send, exchanges } = await signedIn(settingsWith(clientCredentials(from.url)), echo)
    await send()
    await new Promise((resolve) => setTimeout(resolve, 200))
    await send()
    expect(tokens.size).toBe(2)
    const kept = JSON.stringify(exchanges)
    expect(kept).toContain('Bearer [secret]')
    for (const token of tokens) expect(kept).not.toContain(token)
  })
})

describe('a token that cannot be had is explained, and no secret told', () => {
  const explained = async (listener: Parameters<typeof listening>[0] | undefined) => {
    const origin = listener ? await listening(listener) : 'http://127.0.0.1:1'
    const auth = clientCredentials(`${origin}/token`)
    const error = await signedIn(settingsWith(auth, { timeout: 400 }), 'http://127.0.0.1:1').catch(
      (one) => one,
    )
    expect(error.name).toBe('UsageError')
    expect(error.message).toContain(`${origin}/token`)
    expect(error.message.split('\n')).toHaveLength(2)
    for (const one of [secret, basicPair('client', secret)]) expect(error.message).not.toContain(one)
    return String(error.message)
  }
  const answering =
    (status: number, body: string): Parameters<typeof listening>[0] =>
    (_, response) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(body)

  it.each<[string, Parameters<typeof listening>[0] | undefined, RegExp]>([
    ['nobody there', undefined, /gave no answer .*\n.*tokenUrl/],
    ['silence', () => undefined, /no complete answer within 400 ms/],
    [
      'invalid_client',
      answering(401, '{"error":"invalid_client"}'),
      /answered 401 \(invalid_client\)\..*\n.*clientId/,
    ],
    ['invalid_scope', answering(400, '{"error":"invalid_scope"}'), /\n.*auth\.scope/],
    ['an error in HTML', answering(502, '<html>'), /answered 502\./],
    ['a page', answering(200, '<html>'), /without JSON/],
    [
      'no token',
      answering(200, '{"token_type":"Bearer","id_token":"x"}'),
      /access_token; it has token_type, id_token/,
    ],
    ['a token with a line break', answering(200, '{"access_token":"a\\nb"}'), /no usable access_token/],
    ['a token of another type', answering(200, '{"access_token":"abcd","token_type":"DPoP"}'), /type DPoP/],
    [
      'its own secret in the description',
      (request, response) =>
        void response.writeHead(400).end(
          JSON.stringify({
            error: 'invalid_request',
            error_description: `saw ${request.headers.authorization} ${secret}`,
          }),
        ),
      /saw Basic \[secret\] \[secret\]/,
    ],
    [
      'a redirect',
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      /answered 302/,
    ],
  ])('%s', async (_, listener, says) => expect(await explained(listener)).toMatch(says))

  it('a production host, before anything is sent', async () => {
    const auth = clientCredentials('https://maskinporten.no/token')
    await expect(signedIn(settingsWith(auth), 'http://127.0.0.1:1')).rejects.toThrow(
      /maskinporten\.no looks like production/,
    )
  })
})
