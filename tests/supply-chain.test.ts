import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { startEmbedded } from '#bin/run/embedded'
import { newFolder } from './cli/cli.ts'
import { closed, listen } from './hostile/target.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

interface Locked {
  readonly version?: string
  readonly dev?: boolean
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly link?: boolean
}

const manifest = JSON.parse(read('package.json')) as Record<'dependencies', Record<string, string>>
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
const installed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)

/**
 * Who installs the product runs no script of these. fsevents is for macOS alone and optional: npm does without what it
 * may not build, and the product watches no files.
 */
const SCRIPTS_ALLOWED = ['node_modules/fsevents']
const REGISTRY = 'https://registry.npmjs.org/'
/** All that an install brings along, of every platform. More than that wants a look at what came in, and why. */
const MOST_PACKAGES = 200

describe('what the product depends on', () => {
  it('runs no script when it is installed', () => {
    const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)
    expect(scripts.filter((path) => !SCRIPTS_ALLOWED.includes(path))).toEqual([])
  })

  it('comes from a registry, each with its checksum', () => {
    const odd = installed.filter(
      ([, { resolved = REGISTRY, integrity = '', link }]) =>
        link || !resolved.startsWith(REGISTRY) || !integrity.startsWith('sha512-'),
    )
    expect(odd.map(([path]) => path)).toEqual([])
  })

  it('is counted, and each direct dependency is justified', () => {
    const rows = read('docs/decisions/0004-run-time-dependencies.md')
      .split('\n')
      .flatMap((line) => (/^\| (?!package|-)/.test(line) ? [line.split('|')[1] ?? ''] : []))
      .flatMap((names) => names.split(',').map((name) => name.trim()))
    expect(rows.sort()).toEqual(Object.keys(manifest.dependencies).sort())
    expect(installed.length).toBeLessThanOrEqual(MOST_PACKAGES)
  })
})

describe('a run', () => {
  it('asks nobody but the target', { timeout: 120_000 }, async () => {
    const embedded = await startEmbedded([], [])
    const out = newFolder()
    try {
      const args = ['run', '--target', embedded.url, '--out', out, '--quiet', '--only', 'create/,groups/']
      const { asked, code } = await observed(args, embedded.token)
      expect(code).toBeLessThanOrEqual(1)
      expect(asked.length).toBeGreaterThan(0)
      expect([...new Set(asked)]).toEqual([`connect ${new URL(embedded.url).host}`])
    } finally {
      await embedded.close()
    }
  })

  it('is seen by this test where a program asks somebody else', async () => {
    const other = createServer((_, response) => response.end('here'))
    const url = await listen(other)
    const script = `data:text/javascript,await fetch(${JSON.stringify(url)})`
    try {
      const { asked } = await observed([], '', ['--import', script])
      expect(asked).toContain(`connect ${new URL(url).host}`)
    } finally {
      await closed(other)
    }
  })
})

interface Observed {
  /** Each name that was looked up, and each host and port that was connected to, in any thread. */
  readonly asked: string[]
  readonly code: number | null
}

/** Starts the built program with a hook in each of its threads, which says aloud whom it turns to. */
function observed(args: readonly string[], token: string, more: readonly string[] = []): Promise<Observed> {
  const hook = pathToFileURL(join(ROOT, 'tests', 'supply-chain-hook.mjs')).href
  const child = spawn(process.execPath, [...more, join(ROOT, 'bin', 'scim-test.js'), ...args], {
    cwd: newFolder(),
    env: { ...process.env, NODE_OPTIONS: `--import ${hook}`, SCIM_TEST_TOKEN: token },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let told = ''
  child.stderr.on('data', (chunk) => {
    told += chunk
  })
  return new Promise((resolve) =>
    child.on('close', (code) =>
      resolve({ asked: [...told.matchAll(/^@asked (.*)$/gm)].map(([, what]) => what as string), code }),
    ),
  )
}
