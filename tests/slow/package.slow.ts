import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { newFolder, readReport } from '../cli/cli.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const run = (command: string, args: string[], cwd: string) =>
  spawnSync(command, args, { cwd, encoding: 'utf8' })

/**
 * The packed tarball, unpacked under the `node_modules` of an empty folder with our own dependencies beside it: what an
 * install gives, without asking a registry. (`npm pack` is told to leave the build as it is.)
 */
it('works from the packed tarball in an empty folder', { timeout: 120_000 }, () => {
  const folder = newFolder()
  const packed = run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder, '--silent'], ROOT)
  expect(packed.status, packed.stderr).toBe(0)
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  run('tar', ['xzf', join(folder, tarball as string), '-C', modules], folder)
  run('mv', ['package', 'scim-test'], modules)
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((one) => !one.startsWith('.'))) {
    if (!existsSync(join(modules, name))) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name))
  }
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const result = run(
    process.execPath,
    [join(modules, 'scim-test', 'bin', 'scim-test.js'), 'run', '--quiet', '--only', 'create,discovery,entra'],
    folder,
  )
  expect({ code: result.status, stderr: result.stderr }).toEqual({ code: 0, stderr: '' })
  expect(readReport(join(folder, 'scim-test-report')).conforms).toBe(true)
})
