import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { speak } from '#bin/messages/language'
import { FAILED, GOOD, type SampleRun, VENDOR } from '../../reports/signoff/sample-runs.sample.ts'
import { newFolder, profileFolder, runFolder, signoffCli } from './in-process.ts'

const ANSWERS: Readonly<Record<string, string>> = {
  orgNumber: VENDOR,
  id: `${VENDOR}_idm`,
  version: '4.10',
  component: 'SCIM endpoint',
  role: 'scim-endpoint',
  account: 'svc-scim-test',
  remark: 'Tried by hand.',
  email: 'kari.nordmann@fjordtest.example',
  decision: 'accept',
  owner: 'Kari Nordmann',
  description: 'Seen by nobody.',
  answer: 'not-relevant',
}

/** Fills in what is empty, as a person would, and leaves the rest alone. */
function fillIn(file: string, answers = ANSWERS): void {
  const text = readFileSync(file, 'utf8')
    .replace(/^( *(?:- )?)name: ""/gm, '$1name: Fjordtest')
    .replace(/(contacts:\n(?:.*\n)*?.*)role: ""/, '$1role: Product owner')
    .replace(/^( *(?:- )?)(\w+): ""/gm, (line, indent, key) =>
      answers[key] === undefined ? line : `${indent}${key}: ${answers[key]}`,
    )
  writeFileSync(file, text)
}

function start(run: SampleRun = {}) {
  const folder = newFolder()
  const from = runFolder(folder, 'report', run)
  const form = join(folder, 'signoff.yaml')
  const out = join(folder, 'out')
  const profile = ['--profile', profileFolder(folder)]
  const flags = ['--from', from, ...profile, '--form', form, '--out', out]
  return { folder, from, profile, form, out, flags, record: join(out, 'signoff.json') }
}

async function ready(run: SampleRun = {}) {
  const place = start(run)
  await signoffCli('create', ...place.flags)
  fillIn(place.form)
  const made = await signoffCli('create', ...place.flags)
  expect(made, made.stderr).toMatchObject({ code: 0, stderr: '' })
  const key = join(place.folder, 'signoff-key.pem')
  await signoffCli('key', '--out', key)
  const who = ['--key', key, '--name', 'Ola Nordmann', '--title', 'Managing director', '--authorised']
  return { ...place, key, publicKey: key.replace(/\.pem$/, '.pub.pem'), who }
}

afterEach(() => {
  speak('en')
  delete process.env.SCIM_TEST_SIGNOFF_PASSPHRASE
  delete process.env.SCIM_TEST_TOKEN
})

describe('scim-test signoff', { timeout: 60_000 }, () => {
  it('leads from a run to a signed file, and from there to the one that takes its place', async () => {
    const place = start({ verdicts: [...GOOD, FAILED] })
    const first = await signoffCli('create', ...place.flags)
    expect(first.code).toBe(1)
    expect(first.stdout).toMatch(/signoff\.yaml has been written/)
    expect(first.stderr).toMatch(/signoff\.yaml:5:3: vendor\.orgNumber is empty/)
    expect(readFileSync(join(place.out, 'signoff.nb.html'), 'utf8')).toContain('Utkast')

    fillIn(place.form)
    const second = await signoffCli('create', ...place.flags)
    expect(second).toMatchObject({ code: 0, stderr: '' })
    expect(second.stdout).toMatch(/FAILED, 1 deviation/)

    const key = join(place.folder, 'signoff-key.pem')
    const made = await signoffCli('key', '--out', key)
    expect(made.stdout).toMatch(/Key sha256 [0-9a-f]{64}/)
    expect(statSync(key).mode & 0o777).toBe(0o600)
    const who = ['--key', key, '--name', 'Ola Nordmann', '--title', 'Managing director']
    const asked = await signoffCli('sign', place.record, ...who)
    expect(asked).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/authorised to sign for Fjordtest/),
    })
    const signed = await signoffCli('sign', place.record, ...who, '--authorised')
    expect(signed).toMatchObject({ code: 0, stderr: '' })

    const file = join(place.out, 'signoff.signed.json')
    const publicKey = join(place.folder, 'signoff-key.pub.pem')
    const verified = await signoffCli('verify', file, '--key', publicKey, '--run', place.from)
    expect(verified).toMatchObject({ code: 0, stderr: '' })
    expect(verified.stdout).toMatch(/is as it was signed/)
    expect(verified.stdout).toMatch(/Not verified: who signed/)
    expect(readFileSync(join(place.out, 'signoff.signed.en.html'), 'utf8')).toContain(
      'Signed electronically by Ola',
    )

    const newer = runFolder(place.folder, 'newer', { run: 'def567' })
    const again = [
      '--from',
      newer,
      ...place.profile,
      '--form',
      join(place.folder, 'renewed.yaml'),
      '--out',
      place.out,
    ]
    expect((await signoffCli('renew', file, ...again)).code).toBe(1)
    const renewed = readFileSync(join(place.folder, 'renewed.yaml'), 'utf8')
    expect(renewed).toContain('Fjordtest')
    expect(renewed).toMatch(/version: ""/)
    fillIn(join(place.folder, 'renewed.yaml'))
    expect(await signoffCli('renew', file, ...again)).toMatchObject({ code: 0, stderr: '' })
    expect((await signoffCli('verify', file)).code).toBe(0)
    await signoffCli('sign', place.record, ...who, '--authorised')
    const superseded = await signoffCli('verify', file, '--key', publicKey)
    expect(superseded).toMatchObject({ code: 1, stderr: expect.stringMatching(/superseded.*signed-2\.json/) })
    expect(await signoffCli('verify', join(place.out, 'signoff.signed-2.json'))).toMatchObject({ code: 0 })
    const wrong = await signoffCli('verify', file, '--run', newer)
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringMatching(/another hash/) })
  })

  it('keeps what was written in a form, comments too, and adds what a later run asks for', async () => {
    const place = start()
    await signoffCli('form', ...place.flags)
    fillIn(place.form)
    writeFileSync(place.form, `${readFileSync(place.form, 'utf8')}# mine\n`)
    const before = readFileSync(place.form, 'utf8')
    await signoffCli('create', ...place.flags)
    expect(readFileSync(place.form, 'utf8')).toBe(before)
    runFolder(place.folder, 'worse', { verdicts: [...GOOD, FAILED] })
    const flags = ['--from', join(place.folder, 'worse'), ...place.flags.slice(2)]
    const grown = await signoffCli('create', ...flags)
    expect(grown).toMatchObject({ code: 1, stdout: expect.stringMatching(/has been added to/) })
    const after = readFileSync(place.form, 'utf8')
    expect(after).toMatch(/# FAIL[\s\S]*- id: t\/refused/)
    expect(after).toContain('# mine')
    expect(after).toContain('version: 4.10')
    fillIn(place.form)
    expect((await signoffCli('create', ...flags)).code).toBe(0)
    expect((await signoffCli('create', ...place.flags)).stdout).toMatch(/No longer needed.*t\/refused/)
  })

  it('keeps 4.10 apart from 4.1', async () => {
    const { record } = await ready()
    expect(readFileSync(record, 'utf8')).toContain('"version":"4.10"')
  })

  it.each([
    ['an unknown key', 'vendr: {}\n', /signoff\.yaml:1:1: unknown key "vendr"\. Did you mean "vendor"/],
    ['another kind', 'vendor: []\n', /signoff\.yaml:1:1: vendor takes a map/],
    ['another word', 'system: { role: server }\n', /signoff\.yaml:1:11: role takes scim-client, /],
    ['broken YAML', 'a: [b\nc: {', /signoff\.yaml:\d+:\d+: not valid YAML/],
    ['a list', '- a\n', /map of sections/],
  ])('says where a form is wrong: %s', async (_, text, says) => {
    const place = start()
    writeFileSync(place.form, text)
    const { code, stderr } = await signoffCli('create', ...place.flags)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(says) })
    expect(existsSync(place.out)).toBe(false)
  })

  it.each([
    ['an identity number', 'Ask about 098177 42235.', /identity number.*\/remark/],
    ['a token of the environment', 'It was tried with s3cr3t-of-the-vendor.', /secret.*\/remark/],
    ['what looks like a token', `Bearer ${'abcdefghij'.repeat(3)}`, /secret.*\/remark/],
    ['an address with a password', 'https://me:mine@host/', /secret.*\/remark/],
  ])('writes no record with %s', async (_, remark, says) => {
    process.env.SCIM_TEST_TOKEN = 's3cr3t-of-the-vendor'
    const place = start()
    await signoffCli('form', ...place.flags)
    fillIn(place.form, { ...ANSWERS, remark: JSON.stringify(remark) })
    const { code, stderr } = await signoffCli('create', ...place.flags)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(says) })
    expect(stderr).not.toContain('42235')
    expect(stderr).not.toContain('s3cr3t')
    expect(existsSync(place.out)).toBe(false)
  })

  it('signs nothing but a whole record as it was made', async () => {
    const place = await ready()
    const text = readFileSync(place.record, 'utf8')
    const refused = async (content: string, says: RegExp, code = 2) => {
      writeFileSync(place.record, content)
      const said = await signoffCli('sign', place.record, ...place.who)
      expect(said).toMatchObject({ code, stderr: expect.stringMatching(says) })
    }
    await refused(text.replace('"pass":2', '"pass":3'), /changed/)
    await refused(text.slice(0, -20), /changed/)
    await refused('{}\n', /changed/)
    writeFileSync(place.record, text)
    await signoffCli('sign', place.record, ...place.who)
    const signed = join(place.out, 'signoff.signed.json')
    expect(await signoffCli('sign', signed, ...place.who)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/signed already/),
    })
    expect(await signoffCli('verify', place.record)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/nobody has signed/),
    })
    const automated = place.who.map((one) => (one === 'Ola Nordmann' ? 'svc-scim-test' : one))
    expect(await signoffCli('sign', place.record, ...automated)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/ran the tests/),
    })
    expect(readdirSync(place.out).filter((name) => name.includes('signed'))).toEqual([
      'signoff.signed.en.html',
      'signoff.signed.json',
      'signoff.signed.nb.html',
    ])
    const draft = start({ interrupted: true })
    await signoffCli('create', ...draft.flags)
    expect(await signoffCli('sign', draft.record, ...place.who)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/is a draft[\s\S]*did not come to its end/),
    })
  })

  it('keeps private keys private', async () => {
    const place = await ready()
    expect(await signoffCli('key', '--out', join(place.out, 'k.pem'))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/handed out/),
    })
    expect(await signoffCli('key', '--out', join(place.from, 'k.pem'))).toMatchObject({ code: 2 })
    expect(await signoffCli('key', '--out', place.key)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/there already/),
    })
    process.env.SCIM_TEST_SIGNOFF_PASSPHRASE = 'a long passphrase'
    const locked = join(place.folder, 'locked.pem')
    await signoffCli('key', '--out', locked)
    expect(readFileSync(locked, 'utf8')).toContain('ENCRYPTED PRIVATE KEY')
    const who = place.who.map((one) => (one === place.key ? locked : one))
    process.env.SCIM_TEST_SIGNOFF_PASSPHRASE = 'another'
    const refused = await signoffCli('sign', place.record, ...who)
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/passphrase/) })
    process.env.SCIM_TEST_SIGNOFF_PASSPHRASE = 'a long passphrase'
    expect((await signoffCli('sign', place.record, ...who)).code).toBe(0)
    const file = join(place.out, 'signoff.signed.json')
    expect(await signoffCli('verify', file, '--key', place.key)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/holds a private key/),
    })
    expect(await signoffCli('verify', file, '--key', place.publicKey)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/another key/),
    })
  })

  it('speaks bokmål', async () => {
    speak('nb')
    const place = start()
    const { stdout, stderr } = await signoffCli('create', ...place.flags)
    expect(stdout).toMatch(/er skrevet: fyll den ut/)
    expect(stderr).toMatch(/vendor\.orgNumber er tomt/)
    expect(readFileSync(place.form, 'utf8')).toMatch(
      /# Det bare dere vet[\s\S]*# ni sifre[\s\S]*Tilgangstokenet er overlevert/,
    )
  })

  it.each([
    ['no run', undefined, /no record of a run/],
    ['half a run', '{"event":"run"', /not the whole record/],
    ['another file', '{"a":1}\n', /not the whole record/],
  ])('says what is wrong with a run: %s', async (_, text, says) => {
    const place = start()
    const file = join(place.folder, 'some.ndjson')
    if (text !== undefined) writeFileSync(file, text)
    const said = await signoffCli('create', '--from', file, ...place.flags.slice(2))
    expect(said).toMatchObject({ code: 2, stderr: expect.stringMatching(says) })
  })
})
