import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { newFolder, type Result } from './cli.ts'

interface Reply {
  readonly n: number
  readonly result: Result
}

/**
 * The built program, started once for a whole file of tests: for what it says about mistakes, one after the other. What it
 * does with signals, sockets or its own end is for `cli`.
 */
export function warmCli(): (
  args: readonly string[],
  options?: { cwd?: string; env?: NodeJS.ProcessEnv },
) => Promise<Result> {
  let child: ChildProcess | undefined
  let count = 0
  const waiting = new Map<number, (result: Result) => void>()
  afterAll(() => void child?.kill('SIGKILL'))
  const started = () => {
    const env = { ...process.env, SCIM_TEST_TOKEN: '' }
    const one = fork(join(import.meta.dirname, 'warm-program.mjs'), { env, execArgv: [] })
    one.on('message', ({ n, result }: Reply) => {
      waiting.get(n)?.(result)
      waiting.delete(n)
    })
    return one
  }
  return (args, { cwd = newFolder(), env = {} } = {}) => {
    child ??= started()
    const n = count++
    const ended = new Promise<Result>((resolve) => waiting.set(n, resolve))
    child.send({ n, args, cwd, env })
    return ended
  }
}
