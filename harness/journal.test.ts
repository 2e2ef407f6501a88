import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { journalFile, journals, marksOf, openJournal, readJournal } from './journal.ts'

let out = ''
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'journal-'))
})
afterEach(() => rmSync(out, { recursive: true, force: true }))

describe('journal', () => {
  it('has an intent on disk before it resolves', async () => {
    const journal = openJournal(out, 'r1', 'http://t')
    await journal.intent('/Users', { userName: 'st-r1-a' })
    expect(readFileSync(journalFile(out, 'r1'), 'utf8')).toContain('"userName":"st-r1-a"')
    journal.close()
  })

  it('tells what is left, newest first, and what nobody knows of', async () => {
    const journal = openJournal(out, 'r1', 'http://t')
    const [a, b, c] = await Promise.all([
      journal.intent('/Users', { userName: 'st-r1-a' }),
      journal.intent('/Users', { userName: 'st-r1-b' }),
      journal.intent('/Groups', { displayName: 'st-r1-c' }),
    ])
    const d = await journal.intent('/Users', { userName: 'st-r1-d' })
    journal.made(a, '/Users/1')
    journal.made(c, '/Groups/3')
    journal.refused(b)
    journal.gone('/Users/0')
    journal.close()
    expect(new Set([a, b, c, d]).size).toBe(4)
    expect(readJournal(journalFile(out, 'r1'))).toMatchObject({
      run: 'r1',
      target: 'http://t',
      paths: ['/Groups/3', '/Users/1'],
      unknown: [{ collection: '/Users', marks: { userName: 'st-r1-d' } }],
    })
  })

  it('goes on with numbers where an earlier process stopped, and survives a line cut off by a crash', async () => {
    const first = openJournal(out, 'r1', 'http://t')
    await first.intent('/Users', { userName: 'st-r1-a' })
    first.close()
    appendFileSync(journalFile(out, 'r1'), '{"entry":"made","n":1,"pa')
    const left = readJournal(journalFile(out, 'r1'))
    expect(left.unknown).toHaveLength(1)
    const second = openJournal(out, 'r1', 'http://t')
    expect(await second.intent('/Users', { userName: 'st-r1-b' })).toBe(2)
    second.close()
    // What was cut off takes no later line along.
    expect(readJournal(journalFile(out, 'r1')).unknown).toHaveLength(2)
  })

  it('serves many intents at once', async () => {
    const journal = openJournal(out, 'r1', 'http://t')
    const numbers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => journal.intent('/Users', { userName: `st-r1-${i}` })),
    )
    expect(new Set(numbers).size).toBe(200)
    expect(readJournal(journalFile(out, 'r1')).unknown).toHaveLength(200)
    journal.close()
  })

  it('has the intents of one request on disk together, with numbers of their own', async () => {
    const journal = openJournal(out, 'r1', 'http://t')
    const creates = ['a', 'b', 'c'].map((name) => ({
      collection: '/Users',
      marks: { userName: `st-r1-${name}` },
    }))
    const [first, second, third] = (await journal.intents(creates)) as [number, number, number]
    expect(readJournal(journalFile(out, 'r1')).unknown).toEqual(creates)
    journal.made(first, '/Users/1')
    journal.refused(third)
    expect(readJournal(journalFile(out, 'r1'))).toMatchObject({ paths: ['/Users/1'], unknown: [creates[1]] })
    expect(second).toBe(first + 1)
    expect(await journal.intents([])).toEqual([])
    journal.close()
  })

  it('is found in its folder', () => {
    openJournal(out, 'r2', 'http://t').close()
    expect(journals(out)).toEqual([journalFile(out, 'r2')])
    expect(existsSync(journalFile(out, 'r1'))).toBe(false)
  })

  it('keeps only names that carry the mark: by others somebody else could be found', () => {
    const body = { userName: 'kari', displayName: 'st-r1 Sykepleiere', externalId: 7 }
    expect(marksOf(body, 'st-r1')).toEqual({ displayName: 'st-r1 Sykepleiere' })
  })
})
