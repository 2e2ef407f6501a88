// Plain tsc into dist/, from an empty folder, so that a deleted source leaves no stale check behind. What bin/load.ts finds
// by itself becomes one module a folder.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
rmSync(join(root, 'dist'), { recursive: true, force: true })
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
})
// The report is a versioned API: its schema ships with the build.
cpSync(join(root, 'reports/schema'), join(root, 'dist/reports/schema'), { recursive: true })

const found = ['suites', 'endpoint/defects', 'endpoint/variants', 'endpoint/readings', 'simulator/dialects']
const ofProfiles = readdirSync(join(root, 'dist/profiles')).flatMap((id) =>
  ['checks', 'client'].map((part) => `profiles/${id}/${part}`),
)
for (const folder of [...found, ...ofProfiles].map((path) => join(root, 'dist', path)))
  if (existsSync(folder)) await bundle(folder)
