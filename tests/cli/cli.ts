import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BIN = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'bin', 'scim-test.js')

export interface Result {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'scim-test-cli-'))

export interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<Result>
}

/**
 * Starts the built program as a user would, in an empty folder, without a terminal; `through` another that takes a
 * command line and becomes it.
 */
export function start(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; through?: readonly string[] } = {},
): Started {
  const env = { ...process.env, SCIM_TEST_TOKEN: '', ...options.env }
  const [program = '', ...words] = [...(options.through ?? []), process.execPath, BIN, ...args]
  const child = spawn(program, words, {
    cwd: options.cwd ?? newFolder(),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended = new Promise<Result>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  )
  return { child, ended }
}

export const cli = (args: readonly string[], options?: Parameters<typeof start>[1]): Promise<Result> =>
  start(args, options).ended

export function readReport(out: string) {
  return JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))
}
