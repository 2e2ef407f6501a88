import {
  createClient,
  createLimiter,
  createRedactor,
  journals,
  openJournal,
  readJournal,
  removeJournal,
  safeText,
  sweep,
} from '#harness'
import { runTag } from '#people'
import type { ExitCode } from '../cli.ts'
import { createTransport } from '../http/transport.ts'
import { messages } from '../messages.ts'
import { credentialsOf } from '../run/bench.ts'
import { resolveSettings } from '../run/resolve.ts'
import { type Settings, secretsOf } from '../run/settings.ts'
import { UsageError } from '../usage-error.ts'
import type { Flags } from './options.ts'

/** `scim-test clean`: finishes what killed runs began, from their journals and nothing else. */
export async function cleanCommand(flags: Flags): Promise<ExitCode> {
  const settings = resolveSettings(flags)
  const files = journals(settings.out)
  if (files.length === 0) process.stdout.write(`${messages.nothingToClean(settings.out)}\n`)
  let left = 0
  for (const file of files) left += await cleanOne(file, settings)
  return left === 0 ? 0 : 1
}

async function cleanOne(file: string, settings: Settings): Promise<number> {
  const { run, target, embedded, paths, unknown } = readJournal(file)
  if (run === '' || embedded || (paths.length === 0 && unknown.length === 0)) {
    removeJournal(file)
    return 0
  }
  if (settings.target !== undefined && settings.target !== target)
    throw new UsageError(messages.differentTarget(file, target))
  const http = createTransport({
    timeout: settings.timeout,
    connections: 4,
    ...(settings.ca ? { ca: settings.ca } : {}),
  })
  const journal = openJournal(settings.out, run, target)
  const client = createClient({
    transport: http.send,
    base: target,
    credentials: credentialsOf(settings),
    headers: settings.headers,
    journal,
    redactor: createRedactor(secretsOf(settings), run),
    limiter: createLimiter(4, settings.rate),
    tag: runTag(run),
  })
  try {
    const swept = await sweep(file, client)
    process.stdout.write(`${messages.cleaned(run, swept.removed)}\n`)
    for (const { path, answer } of swept.left)
      process.stdout.write(`${messages.notCleaned(safeText(path), safeText(answer))}\n`)
    return swept.left.length
  } finally {
    journal.close()
    await http.close()
  }
}
