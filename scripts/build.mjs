// Plain tsc into dist/, from an empty folder, so that a deleted source leaves no stale check behind.
import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
rmSync(join(root, 'dist'), { recursive: true, force: true })
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
})
// The report is a versioned API: its schema ships with the build.
cpSync(join(root, 'reports/schema'), join(root, 'dist/reports/schema'), { recursive: true })
