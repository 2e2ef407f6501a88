import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import yargs from 'yargs'
import { signoffCommands } from '#bin/commands/signoff-options'
import { type SampleRun, sampleLines } from '../../reports/signoff/sample-runs.sample.ts'

export interface Said {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `scim-test signoff …` with its real options, without starting the program. Wrong usage has code 2, as there. */
export async function signoffCli(...argv: string[]): Promise<Said> {
  const write = { out: process.stdout.write, err: process.stderr.write }
  const said = { stdout: '', stderr: '' }
  const keep = (name: 'stdout' | 'stderr') => (text: unknown) => {
    said[name] += String(text)
    return true
  }
  process.stdout.write = keep('stdout') as typeof process.stdout.write
  process.stderr.write = keep('stderr') as typeof process.stderr.write
  let code = 0
  try {
    const cli = yargs(argv)
      .strict()
      .exitProcess(false)
      .fail((message, error) => {
        throw error ?? Object.assign(new Error(message), { name: 'UsageError' })
      })
    const run = (task: () => Promise<number>) => async () => {
      code = await task()
    }
    await signoffCommands(cli, run).parseAsync()
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'UsageError') throw error
    said.stderr += error.message
    code = 2
  } finally {
    process.stdout.write = write.out
    process.stderr.write = write.err
  }
  return { code, ...said }
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'scim-test-signoff-'))

/** A folder as a run leaves it. */
export function runFolder(folder: string, name: string, run: SampleRun = {}): string {
  const path = join(folder, name)
  mkdirSync(path)
  const text = sampleLines(run).map((line) => `${line}\n`)
  writeFileSync(join(path, 'run.ndjson'), text.join(''))
  return path
}

/** A profile of one's own: that of the sample runs, with something to ask of people. */
export function profileFolder(folder: string): string {
  const path = join(folder, 'profile')
  mkdirSync(path)
  const names = ['made', 'token', 'sorted', 'refused', 'labelled', 'bulk']
  const requirements = names.map((name) => ({
    id: `t/${name}`,
    level: 'MUST',
    requirement: `The text of ${name}.`,
    source: 'Notes',
    confidence: 'documented',
  }))
  const text = { en: 'The token was handed over.', nb: 'Tilgangstokenet er overlevert.' }
  const prerequisites = [{ id: 'handed-over', text, source: 'Notes' }]
  const profile = { id: 't', title: 'A profile', about: 'For tests.', requirements, prerequisites }
  writeFileSync(join(path, 'profile.js'), `export default ${JSON.stringify(profile)}\n`)
  return path
}
