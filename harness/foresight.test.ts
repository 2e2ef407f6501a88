import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { ScimRequest } from '#scim'
import { createForesight, intentOf } from './foresight.ts'
import { type JournalEntry, openJournal } from './journal.ts'

const folder = mkdtempSync(join(tmpdir(), 'scim-test-foresight-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TAG = 'st-r1'
const create = (name: string): ScimRequest => ({
  method: 'POST',
  path: '/Users',
  body: { userName: `${TAG}-${name}` },
})

function foresight(run: string) {
  const journal = openJournal(folder, run, 'https://scim.example.test', { alone: true })
  const lines = () =>
    readFileSync(journal.file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as JournalEntry)
      .flatMap((entry) => {
        if (entry.entry === 'intent') return `intent ${entry.n} ${entry.marks.userName}`
        return entry.entry === 'refused' ? `refused ${entry.n}` : []
      })
  const { foresee, forgo, intent } = createForesight(journal, TAG)
  const expects = (names: readonly string[], by = 'play') => foresee(names.map(create), by)
  const comes = (name: string, by = 'play') => intent(intentOf(create(name), TAG), by)
  return { journal, expects, forgo, comes, lines }
}

describe('a create that was foreseen', () => {
  it('is announced once, and not before what is under way has left', async () => {
    const { expects, comes, lines } = foresight('once')
    expects(['a'])
    expect(lines()).toEqual([])
    expect([await comes('a'), lines()]).toEqual([1, ['intent 1 st-r1-a']])
    expect([await comes('a'), lines().length]).toEqual([2, 2])
  })

  it('is announced together with others, and is on the disk when it comes, however soon', async () => {
    const { expects, comes, lines } = foresight('soon')
    expects(['a', 'b', 'c'])
    const coming = comes('b').then((n) => [n, ...lines()])
    expect(await coming).toEqual([2, 'intent 1 st-r1-a', 'intent 2 st-r1-b', 'intent 3 st-r1-c'])
    expect([await comes('a'), await comes('c'), lines().length]).toEqual([1, 3, 3])
  })

  it('is refused where it does not come before others are foreseen, or not at all', async () => {
    const { expects, forgo, comes, lines } = foresight('other')
    expects(['a', 'b', 'c'])
    expect(await comes('b')).toBe(2)
    expects(['c', 'd'])
    expect(await comes('d')).toBe(4)
    expect(lines().slice(3)).toEqual(['refused 1', 'intent 4 st-r1-d'])
    await forgo('play')
    expect(lines().slice(5)).toEqual(['refused 3'])
    expect(await comes('c')).toBe(5)
  })

  it('leaves another one, which was not foreseen, to itself', async () => {
    const { expects, comes, lines } = foresight('unforeseen')
    expects(['a'])
    expect([await comes('b'), await comes('a')].sort()).toEqual([1, 2])
    expect(lines()).toHaveLength(2)
  })

  it('is that of the play that foresaw it', async () => {
    const { expects, comes, lines } = foresight('plays')
    expects(['a'], 'one')
    expect([await comes('a', 'two'), await comes('a', 'one')].sort()).toEqual([1, 2])
    expect(lines().filter((line) => line.startsWith('refused'))).toEqual([])
  })

  it('is not sent where the disk did not take it', async () => {
    const { journal, expects, forgo, comes } = foresight('full')
    expects(['a'])
    journal.close()
    await expect(comes('a')).rejects.toThrow(/EBADF/)
    expects(['b'])
    await expect(forgo('play')).resolves.toBeUndefined()
  })
})
