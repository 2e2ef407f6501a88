import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  contentHashOf,
  isEnvelope,
  keyIdOf,
  leaksIn,
  openPoints,
  readUnsigned as readUnsignedStatement,
  type Signer,
  type Statement,
  signerFaults,
  signStatement,
  type Verification,
  verifySignoff,
  withoutKey,
} from '#reports/signoff'
import type { Json } from '#scim'
import type { ExitCode } from '../cli.ts'
import { signoff } from '../messages/signoff.ts'
import { digestOf, readBytes, writeWhole } from '../signoff/files.ts'
import { makeKeyPair, PASSPHRASE, passphrase, readPrivateKey, readPublicKey } from '../signoff/keys.ts'
import { knownSecrets, type MakeFlags, make, sayOpen, writeForm, writePages } from '../signoff/make.ts'
import { shapeFaults } from '../signoff/shape.ts'
import { UsageError } from '../usage-error.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)
const complain = (text: string) => process.stderr.write(`${text}\n`)

/** `scim-test signoff create`: the record and its pages, as far as runs and form go. */
export async function createCommand(flags: MakeFlags): Promise<ExitCode> {
  return make(flags)
}

/** `scim-test signoff form`: the form alone. */
export async function formCommand(flags: MakeFlags): Promise<ExitCode> {
  return writeForm(flags)
}

/** `scim-test signoff renew FILE`: the same as `create`, for a record that takes the place of a signed one. */
export async function renewCommand(flags: MakeFlags & { readonly file: string }): Promise<ExitCode> {
  const old = verifySignoff(readBytes(flags.file), { shapeFault: shapeFaults(), now: new Date() })
  if (!old.statement) {
    complain(signoff().fault[old.fault](old.detail))
    throw new UsageError(signoff().renewNeedsSigned(flags.file))
  }
  const record = old.statement.predicate.scimTestSignoff
  const code = await make(flags, record)
  say(signoff().renewed(record.recordId))
  return code
}

export interface SignFlags {
  readonly file?: string | undefined
  readonly key: string
  readonly name: string
  readonly title: string
  readonly org?: string | undefined
  readonly authorised: boolean
  readonly out?: string | undefined
}

/** `scim-test signoff sign`: refuses whatever could not be answered for. */
export async function signCommand(flags: SignFlags): Promise<ExitCode> {
  const file = flags.file ?? join('scim-test-signoff', 'signoff.json')
  const statement = readUnsigned(file)
  const record = statement.predicate.scimTestSignoff
  const now = new Date()
  const open = openPoints(record, now)
  if (record.state === 'draft' || open.length > 0) {
    complain(signoff().isDraft(file))
    sayOpen(open)
    return 1
  }
  const signer = signerOf(flags, record.vendor)
  const faults = signerFaults(signer, record)
  if (faults.length > 0) {
    const who = { account: record.automation.account, org: record.vendor.orgNumber }
    for (const fault of faults) complain(signoff().signer[fault](who))
    return 1
  }
  if (!flags.authorised) {
    complain(signoff().declare(signer.declarationText))
    return 1
  }
  const key = readPrivateKey(flags.key)
  const signed = signStatement(statement, signer, key, now)
  refuseLeaks(withoutKey(signed.statement))
  const out = signedFile(file, flags.out)
  writeWhole(out, signed.file)
  writePages(signed.statement.predicate.scimTestSignoff, out)
  say(signoff().signed(out, keyIdOf(key)))
  return 0
}

function signerOf(flags: SignFlags, vendor: { readonly orgNumber: string; readonly name: string }): Signer {
  return {
    name: flags.name.trim(),
    title: flags.title.trim(),
    orgNumber: (flags.org ?? vendor.orgNumber).replace(/^0192:|\s/g, ''),
    declarationText: signoff().declaration(vendor.name),
  }
}

/** @throws UsageError unless the file is as `create` wrote it */
function readUnsigned(file: string): Statement {
  const bytes = readBytes(file)
  if (isEnvelope(bytes)) throw new UsageError(signoff().alreadySigned(file))
  const statement = readUnsignedStatement(bytes)
  if (!statement || shapeFaults()(statement as unknown as Json) !== undefined)
    throw new UsageError(signoff().noRecord(file))
  const record = statement.predicate.scimTestSignoff
  if (record.state === 'signed') throw new UsageError(signoff().alreadySigned(file))
  if (contentHashOf(record) !== record.integrity.contentHash) throw new UsageError(signoff().noRecord(file))
  return statement
}

function refuseLeaks(content: Json): void {
  const [leak] = leaksIn(content, knownSecrets())
  if (leak) throw new UsageError(signoff().leak(leak.kind, leak.at))
}

/** A signed record is final: each has a file of its own. */
function signedFile(record: string, out: string | undefined): string {
  if (out !== undefined) {
    if (existsSync(out)) throw new UsageError(signoff().signedExists(out))
    return out
  }
  const name = (n: number) =>
    join(dirname(record), n === 1 ? 'signoff.signed.json' : `signoff.signed-${n}.json`)
  let n = 1
  while (existsSync(name(n))) n++
  return name(n)
}

export interface VerifyFlags {
  readonly file: string
  readonly key?: string | undefined
  readonly run?: readonly string[] | undefined
}

/** `scim-test signoff verify FILE`: without the network, and says what it did not look at. */
export async function verifyCommand({ file, key: keyFile, run = [] }: VerifyFlags): Promise<ExitCode> {
  const key = keyFile === undefined ? undefined : readPublicKey(keyFile)
  const options = { ...(key ? { key } : {}), shapeFault: shapeFaults(), now: new Date() }
  const found = verifySignoff(readBytes(file), options)
  if (!found.statement) {
    complain(signoff().notVerified(file))
    complain(signoff().fault[found.fault](found.detail))
    return 1
  }
  const record = found.statement.predicate.scimTestSignoff
  const hashes = new Set(record.runs.map(({ recordHash }) => recordHash))
  const foreign = run.filter((path) => !hashes.has(digestOf(recordIn(path))))
  for (const path of foreign) complain(signoff().otherRun(path))
  if (foreign.length > 0) return 1
  sayVerified(file, found, run.length)
  const newer = newerThan(file, record, (bytes) => verifySignoff(bytes, options))
  if (newer) complain(signoff().verified.superseded(newer.file, newer.recordId))
  if (found.expired) complain(signoff().verified.expired(record.validity.expiresAt.slice(0, 10)))
  return newer || found.expired ? 1 : 0
}

function recordIn(path: string): string {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'run.ndjson') : path
  if (!existsSync(file)) throw new UsageError(signoff().noRun(path, 'run.ndjson'))
  return file
}

type Verified = Extract<Verification, { statement: Statement }>

function sayVerified(file: string, { statement, keyId, keyGiven, expired }: Verified, runs: number): void {
  const { verified } = signoff()
  const { result, scimTestSignoff: record } = statement.predicate
  const [signature] = record.signatures
  const { vendor, system, profile, validity } = record
  say(verified.heading(file))
  say(keyGiven ? verified.byKey(keyId) : verified.byOwnKey(keyId))
  if (signature)
    say(verified.signer(signature.name, signature.title, `0192:${signature.orgNumber}`, signature.signedAt))
  say(verified.content(record.recordId, record.integrity.contentHash))
  say(
    verified.about(
      `${vendor.name} (${vendor.id})`,
      `${system.name} ${system.version}`,
      `${profile.id} ${profile.version}`,
      result,
    ),
  )
  if (runs > 0) say(verified.runs(runs))
  say(verified.rules)
  say(verified.own)
  if (!expired) say(verified.until(validity.expiresAt.slice(0, 10)))
  say(verified.not)
}

const MOST_NEIGHBOURS = 200

/** A signed record is never changed; that another took its place is told by the other one, which is signed as well. */
function newerThan(
  file: string,
  record: Statement['predicate']['scimTestSignoff'],
  verify: (bytes: Uint8Array) => Verification,
): { readonly file: string; readonly recordId: string } | undefined {
  const folder = dirname(resolve(file))
  const neighbours = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))
    .filter((path) => path !== resolve(file) && statSync(path).isFile())
  for (const path of neighbours.slice(0, MOST_NEIGHBOURS)) {
    const other = verify(readBytes(path)).statement?.predicate.scimTestSignoff
    const { recordId, contentHash } = other?.supersedes ?? {}
    const same = recordId === record.recordId && contentHash === record.integrity.contentHash
    if (other && same && other.vendor.orgNumber === record.vendor.orgNumber)
      return { file: path, recordId: other.recordId }
  }
  return undefined
}

/** `scim-test signoff key`: for those who have none. */
export async function keyCommand({ out }: { readonly out: string }): Promise<ExitCode> {
  const { publicFile, key } = makeKeyPair(out)
  say(signoff().keyMade(out, publicFile, keyIdOf(key), passphrase() !== undefined, PASSPHRASE))
  return 0
}
