import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { ClientCredentials, JwtGrant, PrivateKeyJwt, TokenAuth } from '#bin/auth/auth'
import { fetchToken } from '#bin/auth/fetch-token'
import { secretsIn } from '#bin/auth/secrets'
import { KEYS, parseConfig } from '#bin/config'
import { loadProfiles } from '#bin/load'
import { parametersOf } from '#bin/run/parameters'
import { settingsFrom } from '#bin/run/resolve'
import { openForm } from '#bin/signoff/form-file'
import { createRedactor, observeServed, safeText, type WireRequest } from '#harness'
import { syntheticIdentityNumber } from '#people'
import { leaksIn, renderSignoffPage, type SignoffForm } from '#reports/signoff'
import { isObject, type Json, type JsonObject } from '#scim'
import { keys, pemOf } from '../bin/auth/auth.sample.ts'
import { FORM, sampleStatement } from '../reports/signoff/sample-runs.sample.ts'
import { FORMS, holds, readings } from './leaks.sample.ts'

/** Outside the record of a run: what is wrong with a configuration, what a token endpoint says, sign-offs, sessions of clients. */

/** Such as people paste: none of them stands for anything. */
const SECRETS = [
  'pass/w0rd+of "Kåri" & <co>',
  `eyJ${randomBytes(12).toString('hex')}.eyJ${randomBytes(12).toString('hex')}.${randomBytes(12).toString('base64url')}`,
  randomBytes(24).toString('base64'),
  randomBytes(20).toString('hex'),
  randomUUID(),
  'Sommer-2026!',
  'S3cret_0f_1976',
]
const NUMBER = syntheticIdentityNumber('1984-12-02')

const leaked = (text: string, secrets: readonly string[]) => {
  const all = readings(text)
  return secrets.filter((secret) => holds(all, secret))
}

describe('a secret in the wrong place of a configuration', () => {
  /** Right in every part: each mistake is made in one place of it. */
  const RIGHT: Readonly<Record<string, Json>> = {
    target: 'https://scim.test.example.org/scim/v2',
    tokenEnv: 'MY_TOKEN',
    tls: { certificate: 'env:CERT', key: 'env:KEY' },
    proxy: 'http://proxy.example.org:3128',
    headers: { 'x-tenant': 'a' },
    lang: 'en',
    profile: 'rfc',
    only: ['create/'],
    failOn: 'warn',
    concurrency: 4,
    timeout: 1000,
    strict: true,
    assume: { features: { patch: true } },
    create: { User: { title: 'x' } },
    parameters: { a: 'b' },
    tokens: { other: 'env:OTHER' },
    sync: { api: 'https://sync.example.org', org: 'x', system: 'y', token: 'env:SYNC' },
  }
  const AUTHS: readonly JsonObject[] = [
    { type: 'bearer', token: 'env:MY_TOKEN' },
    { type: 'basic', username: 'kari', password: 'env:PW' },
    { type: 'headers', headers: { 'X-API-Key': 'env:KEY' } },
    { type: 'client-credentials', tokenUrl: 'https://id.example.org/token', clientId: 'c', scope: 's' },
    { type: 'jwt-grant', tokenUrl: 'https://id.example.org/token', clientId: 'c', audience: 'a', scope: 's' },
  ]
  const STRAYS: readonly ((secret: string) => Json)[] = [
    (secret) => secret,
    (secret) => [secret],
    (secret) => ({ [secret]: 1 }),
    (secret) => ({ value: secret }),
    (secret) => `env:${secret}`,
    (secret) => `file:${secret}`,
    (secret) => `https://user:${encodeURIComponent(secret)}@host.example.org/`,
    (secret) => `https://host.example.org/?key=${encodeURIComponent(secret)}`,
    (secret) => `ftp://host.example.org/${encodeURIComponent(secret)}`,
  ]
  const inYaml: readonly ((secret: string) => string)[] = [
    (secret) => `auth:\n  password: *${secret}`,
    (secret) => `auth:\n  password: "\\q${secret}`,
    (secret) => `auth:\n  password: |${secret}\n x`,
    (secret) => `${secret}\nauth: x`,
    (secret) => `auth: {type: bearer, token: ${secret}`,
    (secret) => `auth: "x" ${secret}`,
    (secret) => `auth: !${secret} x`,
    (secret) => `${secret}: 1\n${secret}: 2`,
    (secret) => `%${secret}\nauth: x`,
    (secret) => `auth: &a [*a, ${JSON.stringify(secret)}]`,
  ]

  /** Everything that is said until something would be sent. */
  async function said(text: string): Promise<string> {
    try {
      const settings = settingsFrom({}, parseConfig(text, 'scim-test.config.yaml'), {})
      parametersOf(settings.parameters ?? {}, await loadProfiles(settings.profile))
      return ''
    } catch (error) {
      // A mistake of the user's is explained; a stack trace would have what the file has.
      expect((error as Error).name, (error as Error).stack?.slice(0, 300)).toBe('UsageError')
      return (error as Error).message
    }
  }

  const places = [
    ...Object.keys(RIGHT),
    'auth',
    'tokenFile',
    'token',
    'baseline',
    'ca',
    'rate',
    'seed',
    'settle',
  ]
  const secret = fc.constantFrom(...SECRETS, NUMBER)
  const wrong = fc.oneof(
    fc
      .record({ at: fc.constantFrom(...places), stray: fc.constantFrom(...STRAYS), what: secret })
      .map(({ at, stray, what }) => ({ what, text: stringify({ ...RIGHT, [at]: stray(what) }) })),
    fc
      .record({
        auth: fc.constantFrom(...AUTHS),
        at: fc.nat(),
        stray: fc.constantFrom(...STRAYS),
        what: secret,
      })
      .map(({ auth, at, stray, what }) => {
        const names = [...Object.keys(auth), 'tokn', 'clientSecret', 'privateKey']
        return {
          what,
          text: stringify({ auth: { ...auth, [names[at % names.length] as string]: stray(what) } }),
        }
      }),
    fc.record({ at: fc.constantFrom(...places), what: secret }).map(({ at, what }) => {
      // A misspelt key next to what would have been right.
      const { [at]: right = what, ...rest } = RIGHT as JsonObject
      return {
        what,
        text: stringify({ ...rest, [`${at}x`]: isObject(right) ? { ...right, a: what } : what }),
      }
    }),
    fc
      .record({ write: fc.constantFrom(...inYaml), what: secret })
      .map(({ write, what }) => ({ what, text: write(what) })),
  )

  it('is not repeated by what is said of it, in 300 mistakes', async () => {
    let explained = 0
    const leaks: string[] = []
    for (const { what, text } of fc.sample(wrong, { numRuns: 300, seed: 20261122 })) {
      const message = await said(text)
      if (message !== '') explained++
      if (leaked(message, [what]).length > 0) leaks.push(`${text}\n→ ${message}`)
    }
    expect(leaks).toEqual([])
    expect(explained).toBeGreaterThan(180)
  })

  it('tries every key', () => {
    const other = ['out', 'quiet', 'allure', 'allowProduction', 'load']
    expect(Object.keys(KEYS).filter((key) => !places.includes(key) && !other.includes(key))).toEqual([])
  })

  it('is told what it is about nevertheless', async () => {
    const about = async (yaml: string) => await said(yaml)
    expect(await about('concurrency: eight')).toBe(
      'scim-test.config.yaml:1:1: concurrency is a text; it takes a number that is not negative.',
    )
    expect(await about('concurency: 8')).toMatch(/unknown key "concurency"\. Did you mean "concurrency"\?/)
    expect(await about('auth: { type: bearer, token: env:MY_TOKEN }')).toMatch(
      /variable MY_TOKEN, which is not set/,
    )
    expect(await about('auth: { type: bearer, token: file:/run/secrets/scim-token }')).toMatch(
      /from \/run\/secrets\/scim-token \(ENOENT\)/,
    )
    expect(await about('auth: { type: bearer, token: *x }')).toMatch(
      /:1:30: .*has to stand in quotation marks/,
    )
    expect(await about('target: localhost:8080/scim')).toMatch(/got "localhost:8080\/scim"/)
    expect(await about('profile: fiks-curent')).toMatch(
      /no profile "fiks-curent"\. Did you mean "fiks-current"/,
    )
  })
})

describe('a token endpoint that repeats what it was sent', () => {
  const { privateKey } = keys()
  const key = { pem: pemOf(privateKey), algorithm: 'RS256' }
  const common = {
    tokenUrl: 'https://id.example.org/token?code=k3y-of-the-function',
    clientId: 'client',
    parameters: {},
  }
  const clientSecret = 'client&secret=<of>/"tøken\\endpoint"'
  const post: ClientCredentials = {
    type: 'client-credentials',
    method: 'client_secret_post',
    clientSecret,
    ...common,
  }
  const basic: ClientCredentials = { ...post, method: 'client_secret_basic' }
  const jwt: PrivateKeyJwt = { type: 'private-key-jwt', key, audience: 'a', ...common }
  const grant: JwtGrant = { type: 'jwt-grant', key, audience: 'a', claims: { scope: 's' }, ...common }
  const OLD_TOKEN = 'old/t0ken+of the=run'
  const NEW_TOKEN = `eyJ${'ab'.repeat(10)}.${'cd'.repeat(10)}.${'ef'.repeat(10)}`

  /** Each secret of the request, as the endpoint sees it. */
  function sentIn({ headers, body = '' }: WireRequest): string[] {
    const form = new URLSearchParams(body)
    const named = ['client_secret', 'client_assertion', 'assertion'].flatMap((name) => form.get(name) ?? [])
    return [...named, ...(headers.authorization ? [headers.authorization.slice('Basic '.length)] : [])]
  }

  const ANSWERS: readonly ((echo: string) => readonly [number, Json | string])[] = [
    (echo) => [400, { error: 'invalid_client', error_description: `you sent ${echo}` }],
    (echo) => [401, { error: echo }],
    (echo) => [400, { error: 'invalid_grant', error_description: echo, access_token: NEW_TOKEN }],
    (echo) => [200, { [echo]: 1 }],
    (echo) => [200, { access_token: NEW_TOKEN, token_type: `${echo} ${NEW_TOKEN}` }],
    (echo) => [500, `<html>${echo}</html>`],
    (echo) => [403, { error: 'x', error_description: `jwt ${NEW_TOKEN} ${OLD_TOKEN} ${echo}` }],
  ]

  async function said(auth: TokenAuth, answer: (typeof ANSWERS)[number], form: (text: string) => string) {
    const redactor = createRedactor([...secretsIn(auth), OLD_TOKEN], '')
    let secrets: string[] = []
    const message = await fetchToken(auth, {
      send: async (request) => {
        secrets = sentIn(request)
        const [status, body] = answer(secrets.map(form).join(' '))
        const text = typeof body === 'string' ? body : JSON.stringify(body)
        return { status, headers: [], body: new TextEncoder().encode(text) }
      },
      hide: (secret) => redactor.hide(secret),
      redact: (text) => safeText(redactor.text(text)),
    }).then(
      () => '',
      (error: Error) => error.message,
    )
    return { message, secrets: [...secrets, clientSecret, OLD_TOKEN, NEW_TOKEN, 'k3y-of-the-function'] }
  }

  it('is quoted without it, in every form', async () => {
    const leaks: string[] = []
    let quoted = 0
    // A new signature each time takes its time: those are tried in one form.
    const forms = Object.entries(FORMS)
    // A new signature each time takes its time.
    for (const auth of [post, basic, jwt, grant])
      for (const [index, answer] of ANSWERS.entries())
        for (const [name, form] of 'key' in auth
          ? forms.slice(0, 1)
          : forms.filter((_, n) => (n + index) % 3 === 0)) {
          const { message, secrets } = await said(auth, answer, form)
          if (/\[secret\]/.test(message)) quoted++
          for (const one of leaked(message, secrets))
            leaks.push(`${auth.type}, ${name}: ${one} in ${message}`)
        }
    expect(leaks).toEqual([])
    expect(quoted).toBeGreaterThan(30)
  })
})

describe('a sign-off', () => {
  const FIELDS: readonly ((text: string) => Partial<SignoffForm>)[] = [
    (text) => ({ vendor: { ...FORM.vendor, name: text } }),
    (text) => ({ system: { ...FORM.system, component: text } }),
    (text) => ({ environment: { ...FORM.environment, name: text } }),
    (text) => ({ automation: { account: text } }),
    (text) => ({ scope: { reason: text } }),
    (text) => ({ testData: { remark: text } }),
    (text) => ({ contacts: [{ name: text, email: 'a@b.example', role: 'x' }] }),
    (text) => ({ contacts: [{ name: 'x', email: `${text}@b.example`, role: 'x' }] }),
    (text) => ({ agreement: { ref: text, acceptedAt: '' } }),
    (text) => ({ prerequisites: [{ id: 'token-expiry', answer: 'yes', date: '', remark: text }] }),
  ]

  it('is not made where its form has a secret or an identity number, in any form', () => {
    const secrets = SECRETS.slice(0, 4)
    const missed: string[] = []
    let seen = 0
    let next = 0
    for (const what of [...secrets, NUMBER])
      for (const [name, form] of Object.entries(FORMS)) {
        const index = next++ % FIELDS.length
        const statement = sampleStatement({}, { ...FORM, ...FIELDS[index]?.(`see ${form(what)} there`) })
        const page = () => renderSignoffPage(statement.predicate.scimTestSignoff, 'nb')
        if (leaksIn(statement as unknown as Json, secrets).length > 0) seen++
        else if (leaked(page(), [what]).length > 0 || leaked(JSON.stringify(statement), [what]).length > 0)
          missed.push(`${name} of ${what} in field ${index}`)
      }
    expect(missed).toEqual([])
    expect(seen).toBeGreaterThan(60)
  })

  it('says what is wrong with its form without what stands there', () => {
    const texts: ((what: string) => string)[] = [
      (what) => `vendor: *${what}`,
      (what) => `vendr: ${JSON.stringify(what)}`,
      (what) => stringify({ [what]: 1 }),
      (what) => stringify({ vendor: { orgNumber: [what] } }),
      (what) => stringify({ contacts: what }),
      (what) => stringify({ system: { role: what } }),
      (what) => stringify({ environment: { confirmedAsTest: what } }),
    ]
    for (const what of [...SECRETS, NUMBER])
      for (const text of texts) {
        let message = ''
        try {
          openForm(text(what), 'signoff.yaml')
        } catch (error) {
          expect((error as Error).name).toBe('UsageError')
          message = (error as Error).message
        }
        expect(message).not.toBe('')
        expect(leaked(message, [what]), message).toEqual([])
      }
  })
})

describe('a session of a client', () => {
  const ours = 'token/of the+endpoint='
  const its = 'clients-own/cr3dential+x=='

  it('keeps nothing of what the client signs in with, nor of passwords, in any form', () => {
    const leaks: string[] = []
    for (const [name, form] of Object.entries(FORMS))
      for (const scheme of ['Bearer', 'Basic', 'Digest', 'Negotiate']) {
        const redactor = createRedactor([ours], 'salt')
        const text = `${form(its)} ${form(ours)} ${form(NUMBER)}`
        const exchange = observeServed(
          {
            id: 'x1',
            method: 'POST',
            path: `/Users?access_token=${encodeURIComponent(its)}&note=${encodeURIComponent(text)}`,
            headers: {
              authorization: `${scheme} ${its}`,
              cookie: `session=${its}`,
              'proxy-authorization': `Basic ${its}`,
              'x-api-key': its,
              'user-agent': `client/1.0 (${text})`,
            },
            body: JSON.stringify({ userName: text, password: its, nested: [{ Password: its }] }),
            answer: {
              status: 400,
              headers: { 'set-cookie': `a=${its}` },
              body: `{"detail":${JSON.stringify(text)}`,
            },
            at: 0,
            ms: 1,
          },
          redactor,
        )
        const wanted = [its, ours, NUMBER]
        for (const one of leaked(JSON.stringify(exchange), wanted)) leaks.push(`${scheme}, ${name}: ${one}`)
      }
    expect(leaks).toEqual([])
  })
})
