import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { newFolder } from '../cli/cli.ts'

/** A folder in which only so much can be written. */
export interface SmallDisk {
  readonly folder: string
  /** What stands for a full disk here. */
  readonly how: 'tmpfs' | 'RLIMIT_FSIZE'
  /** What a command that shall meet it is started through. */
  readonly through: readonly string[]
  /** Somebody makes room. */
  enlarge(): void
  remove(): void
}

/**
 * A real one of its own where this process may mount; else a limit for every file that the command writes, which needs no
 * rights and `prlimit` alone.
 */
export function smallDisk(kilobytes: number): SmallDisk {
  const folder = newFolder()
  const mount = (options: string) =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' }).status === 0
  const clear = () => rmSync(folder, { recursive: true, force: true })
  if (mount(`size=${kilobytes}k`))
    return {
      folder,
      how: 'tmpfs',
      through: [],
      enlarge: () => void mount('remount,size=64m'),
      remove: () => {
        spawnSync('umount', ['-l', folder])
        clear()
      },
    }
  const through = ['prlimit', `--fsize=${kilobytes * 1024}`]
  return {
    folder,
    how: 'RLIMIT_FSIZE',
    through,
    enlarge: () => void through.splice(0),
    remove: clear,
  }
}
