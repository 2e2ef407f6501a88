// tsc into dist/, from an empty folder, so that a deleted source leaves no stale check behind; then few modules of many.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
})
// The report is a versioned API: its schema ships with the build.
cpSync(join(root, 'reports/schema'), join(dist, 'reports/schema'), { recursive: true })

const profiles = readdirSync(join(dist, 'profiles')).map((id) => `profiles/${id}`)
const units = ['suites', 'endpoint/defects', 'endpoint/variants', 'endpoint/readings', 'simulator/dialects']
const ofProfiles = profiles.flatMap((profile) => ['checks', 'client'].map((part) => `${profile}/${part}`))
await bundle(dist, {
  // What the program begins with, what the thread of the checks begins with, what checks of others import.
  named: ['bin/cli', 'bin/run/hosted', 'harness/check', ...profiles.map((profile) => `${profile}/profile`)],
  found: [...units, ...ofProfiles].filter((folder) => existsSync(join(dist, folder))),
  // vitest reads it itself.
  kept: ['hosts'],
})
