import { accessSync, constants, mkdirSync } from 'node:fs'
import { running } from '../messages/running.ts'
import { UsageError } from '../usage-error.ts'

/** Without a place for the journal nothing may be created on the target, so this is tried first. */
export function writable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new UsageError(running().cannotWrite(folder, (error as NodeJS.ErrnoException).code ?? 'unknown'))
  }
}
