import { createPublicKey, type KeyObject } from 'node:crypto'
import type { Json } from '#scim'
import { contentHashOf } from './build.ts'
import { canonicalJson } from './canonical.ts'
import { algorithmOf, isSealedBy, keyIdOf, type Opened, openEnvelope } from './dsse.ts'
import { openPoints } from './open-points.ts'
import type { SignoffRecord } from './record.ts'
import { leaksIn } from './scan.ts'
import { signerFaults } from './sign.ts'
import { resultOf, STATEMENT_TYPE, type Statement } from './statement.ts'

/** The first thing that is wrong with a signed file. */
export type VerifyFault =
  | 'unsigned'
  | 'bytes'
  | 'other-key'
  | 'signature'
  | 'not-canonical'
  | 'shape'
  | 'key-id'
  | 'content-hash'
  | 'statement'
  | 'rules'
  | 'leak'

export type Verification =
  | { readonly fault: VerifyFault; readonly detail: string; readonly statement?: undefined }
  | {
      readonly fault?: undefined
      readonly statement: Statement
      readonly keyId: string
      /** Whether the key came from elsewhere; the one in the file proves only that nothing was changed since. */
      readonly keyGiven: boolean
      readonly expired: boolean
    }

export interface VerifyOptions {
  /** The signer's public key, got by another way than the file. */
  readonly key?: KeyObject
  /** What is wrong with the form of a statement; nothing where it is right. */
  readonly shapeFault: (value: Json) => string | undefined
  readonly now: Date
}

const fail = (fault: VerifyFault, detail = ''): Verification => ({ fault, detail })

/** Needs nothing but the bytes, and a key if somebody has one. Any byte that differs from those written is a fault. */
export function verifySignoff(bytes: Uint8Array, options: VerifyOptions): Verification {
  const opened = openEnvelope(bytes)
  if (!opened) return fail(readUnsigned(bytes) ? 'unsigned' : 'bytes')
  if (options.key) {
    if (opened.keyId !== keyIdOf(options.key)) return fail('other-key', opened.keyId)
    if (!isSealedBy(opened.payload, opened.signature, options.key)) return fail('signature')
  }
  const statement = readStatement(opened.payload)
  if (statement === undefined) return fail('not-canonical')
  const shape = options.shapeFault(statement as unknown as Json)
  if (shape !== undefined) return fail('shape', shape)
  return verifyStatement(statement, opened, options)
}

/** The record in a file as `create` writes it: a statement and a line end. */
export function readUnsigned(bytes: Uint8Array): Statement | undefined {
  const statement = readStatement(bytes.subarray(0, bytes.length - 1))
  return bytes.at(-1) === 10 && statement?._type === STATEMENT_TYPE ? statement : undefined
}

/** A payload that is the canonical form of some JSON. */
export function readStatement(payload: Uint8Array): Statement | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload)
    const value = JSON.parse(text) as Json
    return canonicalJson(value) === text ? (value as unknown as Statement) : undefined
  } catch {
    return undefined
  }
}

function verifyStatement(statement: Statement, opened: Opened, options: VerifyOptions): Verification {
  const record = statement.predicate.scimTestSignoff
  const [signature] = record.signatures
  if (record.state !== 'signed' || signature === undefined) return fail('shape', '/state')
  const key = embeddedKey(signature.publicKey)
  if (!key || !isSealedBy(opened.payload, opened.signature, key)) return fail('signature')
  const ids = [keyIdOf(key), signature.keyId, opened.keyId]
  if (new Set(ids).size !== 1 || algorithmOf(key) !== signature.algorithm) return fail('key-id')
  const fault = statementFault(statement) ?? ruleFault(statement)
  if (fault) return fault
  const expired = record.validity.expiresAt <= options.now.toISOString()
  return { statement, keyId: opened.keyId, keyGiven: options.key !== undefined, expired }
}

function embeddedKey(publicKey: string): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
  } catch {
    return undefined
  }
}

/** The parts of a statement must agree with each other. */
function statementFault(statement: Statement): Verification | undefined {
  const { predicate, subject } = statement
  const record = predicate.scimTestSignoff
  if (contentHashOf(record) !== record.integrity.contentHash) return fail('content-hash')
  if (predicate.result !== resultOf(record)) return fail('statement', '/predicate/result')
  const subjects = new Set(subject.map(({ digest }) => digest.sha256))
  const lists = predicate.failedTests.length === record.results.summary.fail
  if (!lists || !record.runs.every(({ recordHash }) => subjects.has(recordHash)))
    return fail('statement', lists ? '/subject' : '/predicate/failedTests')
  return undefined
}

/** What could not have been signed with this program was made in another way. */
function ruleFault(statement: Statement): Verification | undefined {
  const record: SignoffRecord = statement.predicate.scimTestSignoff
  const [signature] = record.signatures
  if (!signature) return fail('shape', '/signatures')
  const [open] = openPoints(record, new Date(signature.signedAt))
  if (open) return fail('rules', `${open.kind} ${open.path.join('/') || open.about}`.trim())
  const [signer] = signerFaults(signature, record)
  if (signer) return fail('rules', signer)
  const [leak] = leaksIn(withoutKey(statement), [])
  return leak ? fail('leak', leak.at) : undefined
}

/** A public key is no text that anybody wrote, and its letters can look like anything. */
export function withoutKey(statement: Statement): Json {
  const record = statement.predicate.scimTestSignoff
  const signatures = record.signatures.map((one) => ({ ...one, publicKey: '' }))
  return {
    ...statement,
    predicate: { ...statement.predicate, scimTestSignoff: { ...record, signatures } },
  } as unknown as Json
}
