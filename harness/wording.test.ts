import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Exchange, Json } from '#scim'
import type { Obstacle } from './discover.ts'
import {
  actualText,
  curlLine,
  en,
  expectedText,
  levelText,
  obstacleText,
  requirementLabel,
  requirementLink,
  safeText,
  severityNote,
} from './wording.ts'

describe('findings', () => {
  const cases = [
    [{ what: 'status', expected: 400, actual: 204 }, 'status 400', 'status 204'],
    [{ what: 'status', expected: [400, 404], actual: null, absent: true }, 'status 400 or 404', 'no answer'],
    [{ what: 'status', expected: '2xx', actual: 500 }, 'status 2xx', 'status 500'],
    [
      { what: 'scimType', expected: 'noTarget', actual: null, absent: true },
      'scimType "noTarget"',
      'no scimType',
    ],
    [{ what: 'scimType', expected: ['a', 'b'], actual: 'c' }, 'scimType "a" or "b"', 'scimType "c"'],
    [
      { what: 'header location', expected: 'an absolute URL', actual: null, absent: true },
      'header location: an absolute URL',
      'no header location',
    ],
    [
      { what: 'header content-type', expected: 'application/scim+json', actual: 'text/html' },
      'header content-type: application/scim+json',
      'header content-type: "text/html"',
    ],
    [
      { what: 'body', expected: 'present', actual: null, absent: true, pointer: '/meta' },
      '/meta present',
      'nothing at /meta',
    ],
    [
      { what: 'body', expected: 'absent', actual: 'x', pointer: '/password' },
      '/password absent',
      '/password "x"',
    ],
    [
      { what: 'body', expected: false, actual: 'False', pointer: '/active' },
      '/active false',
      '/active "False"',
    ],
    [{ what: 'body', expected: {}, actual: null, absent: true }, 'body {}', 'no body'],
    [
      { what: 'response', expected: 200, actual: 'no answer: connection reset' },
      '200',
      'no answer: connection reset',
    ],
    [
      { what: 'person kari: active', expected: false, actual: true },
      'person kari: active false',
      'person kari: active true',
    ],
    [
      { what: 'group nurses: members', expected: [], actual: null, absent: true },
      'group nurses: members []',
      'nothing',
    ],
  ] as const
  it.each(cases)('%j', (finding, wanted, got) => {
    expect(expectedText(finding as never)).toBe(wanted)
    expect(actualText(finding as never)).toBe(got)
  })

  it('tells a missing body from one that lacks something', () => {
    const finding = { what: 'scimType', expected: 'noTarget', actual: null, absent: true }
    const text = (response: { body?: Json; text?: string }) => actualText(finding, en, response)
    expect([text({}), text({ text: '<html>' }), text({ body: {} })]).toEqual([
      'no body',
      'no JSON in the body',
      'no scimType',
    ])
  })

  it('cuts what is long and says how long it was', () => {
    const text = actualText({ what: 'body', expected: 'x', actual: 'y'.repeat(5000), pointer: '/a' })
    expect(text.length).toBeLessThan(300)
    expect(text).toContain('5002 characters')
  })
})

describe('requirements', () => {
  it('are labelled by RFC and section and linked', () => {
    expect(requirementLabel('RFC7644-3.5.2.2-01')).toBe('RFC 7644 §3.5.2.2')
    expect(requirementLink('RFC7644-3.5.2.2-01')).toBe(
      'https://www.rfc-editor.org/rfc/rfc7644#section-3.5.2.2',
    )
    expect(requirementLabel('sim/converges')).toBe('IdP rehearsal')
    expect(requirementLabel('fiks/F-20')).toBe('fiks F-20')
    expect(requirementLink('fiks/F-20')).toBeUndefined()
  })

  it('print the keyword only where the RFC prints it', () => {
    const text = (basis: string, id = 'RFC7644-1-01') => levelText(id, { level: 'MUST', basis })
    expect(text('keyword')).toBe('MUST')
    expect(text('lowercase')).toBe('must')
    for (const basis of ['declarative', 'table', 'abnf', 'erratum'])
      expect(text(basis)).toBe('defined behaviour')
    expect(text('rehearsal', 'sim/converges')).toBe('IdP rehearsal')
    expect(text('profile', 'fiks/F-20')).toBe('required by profile fiks')
  })

  it('say why a finding counts otherwise', () => {
    expect(severityNote({ level: 'MUST', severity: 'fail' })).toBeUndefined()
    expect(severityNote({ level: 'SHOULD', severity: 'fail' })).toBe('the profile counts it as a failure')
    expect(severityNote({ level: 'MUST', severity: 'warn', reading: 'AMB-032/application-json' })).toBe(
      'allowed under reading AMB-032/application-json; judged as a warning, because other defensible readings do not allow it',
    )
  })
})

describe('obstacles', () => {
  const none = (failureKind: string): Obstacle => ({ kind: 'no-answer', failure: 'boom', failureKind })
  const cases: [Obstacle, RegExp][] = [
    [none('refused'), /refused.*/],
    [none('unreachable'), /cannot be reached: boom/],
    [none('tls'), /TLS/],
    [none('timeout'), /did not answer in time/],
    [none('reset'), /closed the connection/],
    [none('too-large'), /larger/],
    [none('protocol'), /No usable answer/],
    [{ kind: 'credentials', status: 401, path: '/Users' }, /refused the credentials.*answered 401/],
    [{ kind: 'credentials', status: 403, path: '/Users' }, /no access.*answered 403/],
    [{ kind: 'not-scim', status: 200, type: 'text/html', path: '/Users' }, /web page.*HTML/],
    [{ kind: 'not-scim', status: 200, type: 'text/plain', path: '/Users' }, /text\/plain instead of JSON/],
    [{ kind: 'no-resource', status: 404, path: '/Users' }, /Nothing there.*404/],
  ]
  it.each(cases)('%j', (obstacle, found) => {
    const text = obstacleText(obstacle, 'https://x.example/scim')
    expect(text.found).toMatch(found)
    expect(text.found).toContain('https://x.example/scim')
    expect(text.todo.length).toBeGreaterThan(20)
  })
})

describe('safeText', () => {
  it('makes control characters visible and leaves text alone', () => {
    expect(safeText('a\u001b[31mb\nc\u009bd\u202ee\u007f')).toBe('a\\x1b[31mb\\nc\\x9bd\\u202ee\\x7f')
    expect(safeText('Kåre Ødegård, 山田 👩‍⚕️')).toBe('Kåre Ødegård, 山田 👩‍⚕️')
    expect(safeText('a\nb', '\n')).toBe('a\nb')
    expect(safeText('\ud800')).toBe('\\ud800')
    expect(safeText('a ##vso[task.x]b ##[error]c ## [d]')).toBe('a #\\x23vso[task.x]b #\\x23[error]c ## [d]')
  })

  it('never leaves anything that moves a cursor', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(safeText(text)),
      ),
    )
  })
})

describe('curlLine', () => {
  const exchange = (request: Partial<Exchange['request']>) =>
    ({ request: { method: 'POST', path: '/Users', headers: {}, ...request } }) as Exchange
  const line = (request: Partial<Exchange['request']>, base = 'https://x.example/scim') =>
    curlLine(exchange(request), base, { tokenVariable: 'SCIM_TEST_TOKEN' })
  /** What a real shell makes of the line: the words that curl would get. */
  const words = (text: string): string[] =>
    execFileSync('/bin/sh', ['-c', `curl() { for w do printf '%s\\0' "$w"; done; }\n${text}`], {
      env: { SCIM_TEST_TOKEN: 't0k' },
    })
      .toString()
      .split('\0')
      .slice(0, -1)

  it('is a line to paste', () => {
    expect(
      line({ headers: { 'content-type': 'application/scim+json', host: 'x' }, body: { a: "it's" } }),
    ).toBe(
      `curl -sS -i -g -X POST 'https://x.example/scim/Users' -H "Authorization: Bearer $SCIM_TEST_TOKEN" ` +
        `-H 'content-type: application/scim+json' --data-raw '{"a":"it'\\''s"}'`,
    )
  })

  it('gives back exactly what was sent, whatever that was, on one harmless line', () => {
    const wild = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        `'; rm -rf / #`,
        `'$(id)'`,
        '`id`',
        '\u001b[201~\nid\n',
        '\\0101',
        `a\\'b`,
        '\u202e\u0003x',
        '@/etc/passwd',
        '##vso[task.setvariable variable=a]b',
        "\n##[error]it's",
      ),
    )
    fc.assert(
      fc.property(wild, wild, wild, (path, value, text) => {
        const clean = value.replaceAll('\0', '')
        const raw = text.replaceAll('\0', '').replace(/\n+$/, '')
        const made = line({ path: `/Users/${path}`, headers: { 'x-a': clean.trim() || 'v' }, text: raw })
        expect(safeText(made)).toBe(made)
        const got = words(made)
        expect(got[got.indexOf('-H') + 1]).toBe('Authorization: Bearer t0k')
        expect(got.at(-1)).toBe(raw)
        expect(got.filter((word) => word === '-H')).toHaveLength(2)
        // A path with dots of its own takes one word more.
        expect(got[got.indexOf('-X') + 2]).toMatch(/^https:/)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps JSON bodies JSON', () => {
    const body = { a: '\u001b[2J\u202e\u0085', "'; id '": '$(id)' }
    const made = line({ body })
    expect(safeText(made)).toBe(made)
    expect(JSON.parse(words(made).at(-1) as string)).toEqual(body)
  })

  it('leaves credentials out where none were sent', () => {
    const made = curlLine(exchange({}), 'https://x.example', { tokenVariable: 'T', credentials: false })
    const signedIn = (signIn: string) =>
      curlLine(exchange({}), 'https://x.example', { tokenVariable: 'T', signIn })
    expect(signedIn('basic')).toContain('-u "$SCIM_TEST_USERNAME:$SCIM_TEST_PASSWORD"')
    for (const one of ['none', 'headers']) expect(signedIn(one)).toBe(made)
    expect(signedIn('jwt-grant')).toContain('"Authorization: Bearer $T"')
    expect(made).not.toContain('Authorization')
    expect(() => curlLine(exchange({}), '', { tokenVariable: 'x"; id' })).toThrow(RangeError)
  })
})
