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
  const comes = (name: string, by = 'play') => intent(intentOf(create(name), TAG), by)
  return { journal, foresee, forgo, comes, lines }
}

describe('a create that was foreseen', () => {
  it('is announced once, and not before what is under way has left', async () => {
    const { foresee, comes, lines } = foresight('once')
    foresee(create('a'), 'play')
    expect(lines()).toEqual([])
    expect([await comes('a'), lines()]).toEqual([1, ['intent 1 st-r1-a']])
    expect([await comes('a'), lines().length]).toEqual([2, 2])
  })

  it('is on the disk when it comes, however soon', async () => {
    const { foresee, comes, lines } = foresight('soon')
    foresee(create('a'), 'play')
    const coming = comes('a').then(() => lines())
    expect(await coming).toEqual(['intent 1 st-r1-a'])
  })

  it('is refused where another one comes, or none', async () => {
    const { foresee, forgo, comes, lines } = foresight('other')
    foresee(create('a'), 'play')
    expect(await comes('b')).toBe(2)
    expect(lines()).toEqual(['intent 1 st-r1-a', 'refused 1', 'intent 2 st-r1-b'])
    foresee(create('c'), 'play')
    await forgo('play')
    expect(lines().slice(3)).toEqual(['intent 3 st-r1-c', 'refused 3'])
    expect(await comes('c')).toBe(4)
  })

  it('stays where it is foreseen again, and makes way for the next', async () => {
    const { foresee, comes, lines } = foresight('again')
    foresee(create('a'), 'play')
    foresee(create('a'), 'play')
    expect([await comes('a'), lines().length]).toEqual([1, 1])
    foresee(create('b'), 'play')
    foresee(create('c'), 'play')
    expect(await comes('c')).toBe(3)
    expect(lines()).toContain('refused 2')
    expect(lines()).not.toContain('refused 3')
  })

  it('is that of the play that foresaw it', async () => {
    const { foresee, comes, lines } = foresight('plays')
    foresee(create('a'), 'one')
    expect([await comes('a', 'two'), await comes('a', 'one')].sort()).toEqual([1, 2])
    expect(lines().filter((line) => line.startsWith('refused'))).toEqual([])
  })

  it('is not sent where the disk did not take it', async () => {
    const { journal, foresee, forgo, comes } = foresight('full')
    foresee(create('a'), 'play')
    journal.close()
    await expect(comes('a')).rejects.toThrow(/EBADF/)
    foresee(create('b'), 'play')
    await expect(forgo('play')).resolves.toBeUndefined()
  })
})
