import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const FOLDER = import.meta.dirname
const STARTED_WITHIN = 20_000

/** A running service that is not ours. */
export interface Target {
  /** Base URL, without a slash at the end. */
  readonly url: string
  /** Bearer token. */
  readonly token: string
  /** Ends the process and waits for its end. */
  stop(): Promise<void>
}

type TargetName = 'scimmy' | 'better-auth'

/** Why the independent targets and oracles cannot be used; undefined where they can. */
export function targetsInstalled(): string | undefined {
  if (existsSync(join(FOLDER, 'node_modules', 'scimmy', 'package.json'))) return undefined
  return 'tests/targets/node_modules is missing: run "npm ci --ignore-scripts" in tests/targets'
}

/**
 * Starts an independent SCIM service on a free port of 127.0.0.1, in a process of its own, with nothing stored.
 *
 * @throws Error where it is not installed, ends at once or says nothing within 20 seconds
 */
export async function startTarget(name: TargetName): Promise<Target> {
  const missing = targetsInstalled()
  if (missing) throw new Error(missing)
  const child = spawnScript(`${name}.mjs`)
  try {
    return { ...(await announcement(child, name)), stop: () => stop(child) }
  } catch (error) {
    await stop(child)
    throw error
  }
}

/** Runs a script of this folder with stdin and stdout piped. The child ends when its stdin does, so it never outlives us. */
export function spawnScript(script: string): ChildProcess {
  return spawn(process.execPath, [join(FOLDER, script)], { cwd: FOLDER, stdio: ['pipe', 'pipe', 'inherit'] })
}

/** Ends a child and waits for its end. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

function announcement(child: ChildProcess, name: string): Promise<{ url: string; token: string }> {
  const told = new Promise<{ url: string; token: string }>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} instead of starting`)))
    child.once('error', reject)
    if (child.stdout) {
      const lines = createInterface({ input: child.stdout })
      lines.once('line', (line) => resolve(JSON.parse(line)))
    }
  })
  return within(STARTED_WITHIN, told, `${name} did not start`)
}

async function within<T>(millis: number, promise: Promise<T>, problem: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${problem} within ${millis} ms`)), millis)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
