// `npm test`: builds, fetches the independent services that serve as targets, runs every test, counts.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status ?? 1

if (run(process.execPath, ['scripts/build.mjs']) !== 0) process.exit(1)
fetchTargets()
const folder = mkdtempSync(join(tmpdir(), 'scim-test-results-'))
const file = join(folder, 'results.json')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const status = run(process.execPath, [
  vitest,
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
  ...process.argv.slice(2),
])
const counts = count(file)
rmSync(folder, { recursive: true, force: true })
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(status === 0 && counts.failed === 0 ? 0 : 1)

/** Their own folder and lock: nothing of them is installed with the product. Without a network their tests skip. */
function fetchTargets() {
  const targets = join(root, 'tests/targets')
  if (!existsSync(join(targets, 'package.json')) || existsSync(join(targets, 'node_modules'))) return
  console.log('Installing the independent SCIM services that serve as targets …')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', targets]
  if (run('npm', args) !== 0)
    console.log('They could not be installed: the tests against them will be skipped.')
}

function count(results) {
  if (!existsSync(results)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(results, 'utf8'),
  )
  // A file that fails to load has no tests, and is a failure all the same.
  const broken = testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  ).length
  return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests }
}
