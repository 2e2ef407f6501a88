import { journals, openJournal, readJournal, removeJournal, safeText, sweep } from '#harness'
import { signIn } from '../auth/sign-in.ts'
import type { ExitCode } from '../cli.ts'
import { running } from '../messages/running.ts'
import { connect } from '../run/connect.ts'
import { resolveSettings } from '../run/resolve.ts'
import type { Settings } from '../run/settings.ts'
import { UsageError } from '../usage-error.ts'
import type { Flags } from './options.ts'

/** `scim-test clean`: finishes what killed runs began, from their journals and nothing else. */
export async function cleanCommand(flags: Flags): Promise<ExitCode> {
  const settings = resolveSettings(flags)
  const files = journals(settings.out)
  if (files.length === 0) process.stdout.write(`${running().nothingToClean(settings.out)}\n`)
  let left = 0
  for (const file of files) left += await cleanOne(file, settings)
  return left === 0 ? 0 : 1
}

async function cleanOne(file: string, settings: Settings): Promise<number> {
  const { run, target, embedded, collections } = readJournal(file)
  if (run === '' || embedded || collections.size === 0) {
    removeJournal(file)
    return 0
  }
  if (settings.target !== undefined && settings.target !== target)
    throw new UsageError(running().differentTarget(file, target))
  const signedIn = { ...settings, auth: await signIn(settings) }
  const journal = openJournal(settings.out, run, target)
  const { client, close } = connect({ settings: signedIn, run, base: target, concurrency: 4, journal })
  try {
    const swept = await sweep(file, client, settings.settle)
    const { removed, left } = swept
    const said = left.length === 0 ? running().cleaned(run, removed) : running().cleanedSome(run, removed)
    process.stdout.write(`${said}\n`)
    for (const { path, answer } of left)
      process.stdout.write(`${running().notCleaned(safeText(path), safeText(answer))}\n`)
    return left.length
  } finally {
    journal.close()
    await close()
  }
}
