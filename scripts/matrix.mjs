// `npm run test:matrix`: the lock and the program on every Node.js that is supported, each in a copy of its own.
//  1. fetches that Node.js as the npm package `node`
//  2. `npm ci` from the lock, with that Node.js and without anybody's install scripts
//  3. builds, runs the program against its own endpoint, and a few tests
// `MATRIX=22,24 npm run test:matrix` takes others. A version that cannot be fetched is named and left out.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const VERSIONS = (process.env.MATRIX ?? '20,22,24,26').split(',').map((one) => one.trim())
const MINUTE = 60_000
const TESTS = ['scim/', 'people/', 'bin/http/transport.test.ts']
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', 'scim-test-report'])

const npmCli = process.env.npm_execpath ?? 'npm'
const last = (text) => text.trim().split('\n').slice(-3).join(' ').slice(0, 300)

function run(command, args, options) {
  const {
    status,
    stdout = '',
    stderr = '',
    error,
  } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 10 * MINUTE,
    maxBuffer: 64 << 20,
    ...options,
  })
  return { ok: status === 0, said: error?.message ?? last(`${stdout}\n${stderr}`) }
}

/** npm itself is a script: it runs under whichever Node.js is asked to. */
const npm = (node, args, options) =>
  npmCli.endsWith('.js') ? run(node, [npmCli, ...args], options) : run(npmCli, args, options)

/** The folder with the program `node`, or why there is none. */
function fetchNode(version, folder) {
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const { ok, said } = npm(process.execPath, ['install', `node@${version}`, '--no-audit', '--no-fund'], {
    cwd: folder,
  })
  const bin = join(folder, 'node_modules', 'node', 'bin')
  if (!ok) return { why: said }
  return existsSync(join(bin, 'node')) ? { bin } : { why: 'the package node has no program for this machine' }
}

function stepsOn(version, folder) {
  const { bin, why } = fetchNode(version, join(folder, 'node'))
  if (!bin) return [{ step: 'fetch', skipped: true, said: why }]
  const node = join(bin, 'node')
  const copy = join(folder, 'copy')
  cpSync(ROOT, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) })
  const options = { cwd: copy, env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` } }
  const vitest = join('node_modules', 'vitest', 'vitest.mjs')
  const steps = [
    ['version', () => run(node, ['--version'], options)],
    ['npm ci', () => npm(node, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options)],
    ['build', () => run(node, ['scripts/build.mjs'], options)],
    ['run', () => run(node, ['bin/scim-test.js', 'run', '--quiet', '--only', 'create/,patch/'], options)],
    ['tests', () => run(node, [vitest, 'run', ...TESTS], options)],
  ]
  const done = []
  for (const [step, act] of steps) {
    done.push({ step, ...act() })
    if (!done.at(-1).ok) break
  }
  return done
}

let failed = 0
let skipped = 0
for (const version of VERSIONS) {
  const folder = mkdtempSync(join(tmpdir(), 'scim-test-matrix-'))
  try {
    for (const { step, ok, said, skipped: isSkipped } of stepsOn(version, folder)) {
      const outcome = isSkipped ? 'left out' : ok ? 'ok' : 'FAILED'
      const why = ok && step !== 'version' ? '' : `: ${said}`
      console.log(`Node.js ${version}  ${step.padEnd(8)} ${outcome}${why}`)
      if (isSkipped) skipped++
      else if (!ok) failed++
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
console.log(`${VERSIONS.length - skipped} versions tried, ${skipped} left out, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
