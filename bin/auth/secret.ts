import { readFileSync } from 'node:fs'
import { asWritten } from '../as-written.ts'
import { authMessages } from '../messages/auth.ts'
import { UsageError } from '../usage-error.ts'

/**
 * What a reference leads to: `env:NAME`, or `file:PATH` without the line break at its end.
 *
 * @param what the key that wants it, for the message
 * @throws UsageError without a word of the secret
 */
export function readSecret(reference: string, what: string, env: NodeJS.ProcessEnv): string {
  const found = reference.startsWith('env:')
    ? env[reference.slice('env:'.length)]
    : readText(reference.slice('file:'.length), what).replace(/\r?\n$/, '')
  if (found) return found
  const source = reference.replace(/^(?:env|file):/, '')
  throw new UsageError(
    reference.startsWith('env:')
      ? authMessages().notSet(what, asWritten(source, 'variable'))
      : authMessages().emptyFile(what, asWritten(source, 'path')),
  )
}

/** The same for what is no text: base64 where it comes from the environment. */
export function readBytes(reference: string, what: string, env: NodeJS.ProcessEnv): Buffer {
  if (reference.startsWith('env:')) return Buffer.from(readSecret(reference, what, env), 'base64')
  return readFrom(reference.slice('file:'.length), what)
}

export function readText(path: string, what: string): string {
  return readFrom(path, what).toString('utf8')
}

function readFrom(path: string, what: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable'
    throw new UsageError(authMessages().unreadable(what, asWritten(path, 'path'), code))
  }
}
