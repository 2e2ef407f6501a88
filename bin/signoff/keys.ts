import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { algorithmOf } from '#reports/signoff'
import { signoff } from '../messages/signoff.ts'
import { UsageError } from '../usage-error.ts'
import { isHandedOut, readBytes } from './files.ts'

/** The only place for a passphrase: never the command line, which others on the machine can see. */
export const PASSPHRASE = 'SCIM_TEST_SIGNOFF_PASSPHRASE'

export function passphrase(): string | undefined {
  return process.env[PASSPHRASE] || undefined
}

/** @throws UsageError that never repeats anything of the key */
export function readPrivateKey(file: string): KeyObject {
  if (isHandedOut(file)) throw new UsageError(signoff().keyAmongReports(file))
  const pem = readBytes(file)
  const key = attempt(() => createPrivateKey({ key: pem, passphrase: passphrase() }))
  if (!key) throw new UsageError(signoff().keyNotOpened(file, PASSPHRASE))
  if (algorithmOf(key) === undefined) throw new UsageError(signoff().keyOfOtherKind(file))
  return key
}

export function readPublicKey(file: string): KeyObject {
  const pem = readBytes(file)
  if (pem.includes('PRIVATE KEY')) throw new UsageError(signoff().keyIsPrivate(file))
  const key = attempt(() => createPublicKey(pem))
  if (!key || algorithmOf(key) === undefined) throw new UsageError(signoff().keyOfOtherKind(file))
  return key
}

function attempt(make: () => KeyObject): KeyObject | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

/**
 * Makes an Ed25519 pair: the private half for its owner alone, locked where there is a passphrase.
 * @returns the file of the public half
 */
export function makeKeyPair(file: string): { readonly publicFile: string; readonly key: KeyObject } {
  const publicFile = `${file.replace(/\.(key|pem)$/, '')}.pub.pem`
  for (const one of [file, publicFile]) if (existsSync(one)) throw new UsageError(signoff().keyExists(one))
  if (isHandedOut(file)) throw new UsageError(signoff().keyAmongReports(file))
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const secret = passphrase()
  const lock = secret === undefined ? {} : { cipher: 'aes-256-cbc', passphrase: secret }
  write(file, privateKey.export({ type: 'pkcs8', format: 'pem', ...lock }), 0o600)
  write(publicFile, publicKey.export({ type: 'spki', format: 'pem' }), 0o644)
  return { publicFile, key: publicKey }
}

/** Never over another file, and with its rights from the first moment. */
function write(file: string, pem: string | Buffer, mode: number): void {
  try {
    writeFileSync(file, pem, { mode, flag: 'wx' })
  } catch (error) {
    throw new UsageError(signoff().notWritten(file, (error as NodeJS.ErrnoException).code ?? ''))
  }
}
