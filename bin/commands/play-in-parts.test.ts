import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { journalFile } from '#harness'
import { createPlay } from '#simulator'
import { loadDialects, readScenario } from '../load.ts'
import { createPlayFile } from '../run/play-file.ts'
import { resolveSettings } from '../run/resolve.ts'
import type { Flags } from './options.ts'
import { type Asked, playInParts } from './play-in-parts.ts'

/** What is said before anything is sent where the command line and the file do not go together. */
const folder = mkdtempSync(join(tmpdir(), 'scim-test-in-parts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const TARGET = 'http://127.0.0.1:9/scim/v2'
const dialects = await loadDialects()
const entra = dialects.find(({ id }) => id === 'entra') ?? expect.unreachable('entra')
const out = join(folder, 'out')
const flags: Flags = { out, quiet: true, target: TARGET }

const playOf = (name: string) => {
  const scenario = readScenario(name)
  return { plays: [createPlay(scenario, entra)], scenarios: [scenario] }
}

let files = 0
const newFile = () => join(folder, `${++files}.state`)

/** A play that was begun, with its journal. */
function begun(run = `run${files}`): string {
  const head = { program: '0.1.0', run, target: TARGET, profile: 'rfc', seed: '7' }
  const file = newFile()
  createPlayFile(file, {
    ...head,
    dialect: 'entra',
    scenario: 'movers/marriage',
    play: 'entra/movers/marriage',
  })
  const journal = journalFile(out, run)
  mkdirSync(dirname(journal), { recursive: true })
  writeFileSync(journal, '')
  return file
}

function tried(given: Flags, asked: Asked, scenario = 'movers/marriage') {
  const inParts = playInParts(given, asked) ?? expect.unreachable('no --state')
  const { plays, scenarios } = playOf(scenario)
  inParts.check(resolveSettings(inParts.flags, {}), plays, scenarios)
  return inParts
}

describe('simulate --state', () => {
  it('is not asked for by itself', () => expect(playInParts({}, { resume: false })).toBeUndefined())

  it.each([
    ['--until without it', {}, { until: 1 }, /--until needs.*--state/],
    ['--resume without it', {}, { resume: true }, /--resume needs.*--state/],
    ['half a synchronisation', flags, { until: 1.5 }, /--until takes/],
    ['none at all', flags, { until: 0 }, /--until takes/],
    ['more of them than there are', flags, { until: 9 }, /--until 9 .*"movers\/marriage" has 2 /],
    ['the embedded endpoint', { out, quiet: true }, {}, /Give --target/],
    ['a file that is not there', flags, { resume: true }, /There is no .*Leave --resume out/],
  ] as const)('refuses %s', (_, given, asked, says) => {
    const state = says.source.includes('needs') ? {} : { state: newFile() }
    expect(() => tried(given, { ...asked, ...state })).toThrow(says)
  })

  it('refuses several plays', () => {
    const inParts = playInParts(flags, { state: newFile() })
    const { plays, scenarios } = playOf('movers/marriage')
    const twice = [...plays, ...plays]
    expect(() => inParts?.check(resolveSettings(flags, {}), twice, scenarios)).toThrow(/these are 2/)
  })

  it('refuses to begin where a play is kept already', () => {
    expect(() => tried(flags, { state: begun() })).toThrow(/is there already.*--resume/)
  })

  it('goes on with what the file says, whatever is left out', () => {
    const state = begun('kept22')
    const inParts = tried({ out, quiet: true }, { state, resume: true })
    expect(inParts.run).toBe('kept22')
    expect(inParts.flags).toMatchObject({ target: TARGET, seed: '7', profile: 'rfc' })
    expect(inParts.asked).toMatchObject({ dialect: ['entra'], scenario: ['movers/marriage'] })
  })

  it.each([
    ['target', { target: 'http://127.0.0.1:9/other' }, /begun with --target .*9\/scim\/v2, not with .*other/],
    ['seed', { seed: '8' }, /begun with --seed 7, not with 8/],
    ['profile', { profile: 'fiks-current' }, /begun with --profile rfc, not with fiks-current/],
  ] as const)('does not go on with another %s', (_, other, says) => {
    expect(() => tried({ ...flags, ...other }, { state: begun(), resume: true })).toThrow(says)
  })

  it('does not go on with another scenario', () => {
    const asked = { state: begun(), resume: true }
    expect(() => tried(flags, asked, 'leavers/disabled')).toThrow(
      /keeps the play entra\/movers\/marriage, and this would be entra\/leavers\/disabled/,
    )
  })

  it('does not go on without the journal, which says what may be written to', () => {
    const state = begun('gone22')
    rmSync(journalFile(out, 'gone22'))
    expect(() => tried(flags, { state, resume: true })).toThrow(/gone22\.ndjson, which is not there/)
  })
})
