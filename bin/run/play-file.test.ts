import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Exchange } from '#scim'
import { createPlayFile, openPart, type PlayHead, readPlayFile } from './play-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'scim-test-play-file-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const HEAD: PlayHead = {
  program: '0.1.0',
  run: 'abc234',
  target: 'https://scim.test.kommune.example/scim/v2',
  profile: 'rfc',
  seed: '1',
  dialect: 'entra',
  scenario: 'movers/marriage',
  play: 'entra/movers/marriage',
}
const RUN = { tag: 'st-abc234-0', seed: '1/entra/movers/marriage' }
const OPTIONS = { journal: join(folder, 'none'), signal: new AbortController().signal }

const exchange = (id: string, text: string): Exchange => ({
  id,
  by: HEAD.play,
  request: { method: 'GET', path: '/Users', headers: {} },
  response: { status: 200, headers: [], text, body: JSON.parse(text) },
  at: 1,
  ms: 2,
})

let files = 0
const newFile = () => join(folder, `${++files}.state`)

/** With two requests kept, the first of which needed two exchanges. */
function begun(): string {
  const file = newFile()
  const part = openPart(createPlayFile(file, HEAD), OPTIONS)
  part.begin(RUN)
  part.hear(exchange('x1', '{"a":1}'))
  part.hear(exchange('x2', '{ "written": "otherwise" }'))
  part.keep(['/Users/1'])
  part.hear(exchange('x3', '{"ø":"å"}'))
  part.keep([])
  part.close()
  return file
}

describe('the file of a play', () => {
  it('gives back what was kept, to the letter', () => {
    const kept = readPlayFile(begun())
    expect(kept).toMatchObject({ head: HEAD, run: RUN, requests: 2, sent: 3 })
    const part = openPart(kept, OPTIONS)
    expect([...part.earlier()]).toEqual([
      {
        made: ['/Users/1'],
        exchanges: [exchange('x1', '{"a":1}'), exchange('x2', '{ "written": "otherwise" }')],
      },
      { made: [], exchanges: [exchange('x3', '{"ø":"å"}')] },
    ])
    part.close()
  })

  it('goes on behind the last whole line', () => {
    const file = begun()
    const whole = readFileSync(file, 'utf8')
    appendFileSync(file, `{"made":["/Users/2"],"exchanges":[{"id":"x4","${'ø'.repeat(100_000)}`)
    const part = openPart(readPlayFile(file), OPTIONS)
    expect(readFileSync(file, 'utf8')).toBe(whole)
    part.hear(exchange('x4', '{}'))
    part.keep([])
    part.close()
    expect(readPlayFile(file)).toMatchObject({ requests: 3, sent: 4 })
  })

  it('is nobody’s to read but the user’s', () => {
    expect(statMode(begun())).toBe(0o600)
  })

  it('is never written over', () => {
    const file = begun()
    expect(() => createPlayFile(file, HEAD)).toThrow(/--resume/)
  })

  it('says where nothing can be written', () => {
    expect(() => createPlayFile(join(folder, 'no', 'such', 'folder'), HEAD)).toThrow(/ENOENT.*--state/)
  })

  it('says that the play is over', () => {
    const file = begun()
    const part = openPart(readPlayFile(file), OPTIONS)
    part.end()
    part.close()
    expect(() => readPlayFile(file)).toThrow(/entra\/movers\/marriage .*is over/)
  })

  it.each([
    ['is not there', undefined, /There is no .*--resume/],
    ['is empty', () => '', /keeps no play/],
    ['is something else', () => '{"format":"scim-test state","version":1}\n', /keeps no play/],
    ['is no JSON', () => 'id: small\n', /keeps no play/],
    ['is of a later version', (text: string) => text.replace('"version":1', '"version":7'), /version 7/],
    ['lacks something in its head', (text: string) => text.replace('"run":', '"ran":'), /line 1/],
    [
      'has a broken line',
      (text: string) => text.replace('"made":["/Users/1"]', '"made":["/Users/1"'),
      /line 3/,
    ],
    ['lacks an answer', (text: string) => text.replace('"status":200', '"status":"?"'), /line 3/],
    ['lacks a line', (text: string) => text.replace(/\{"begins".*\n/, ''), /line 2/],
  ] as const)('that %s is refused with what to do', (_, spoil, says) => {
    const file = spoil ? begun() : newFile()
    if (spoil) writeFileSync(file, spoil(readFileSync(file, 'utf8')))
    expect(() => readPlayFile(file)).toThrow(says)
  })
})

const statMode = (file: string): number => statSync(file).mode & 0o777
