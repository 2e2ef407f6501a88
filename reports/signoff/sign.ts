import type { KeyObject } from 'node:crypto'
import { algorithmOf, keyIdOf, publicHalf, renderEnvelope, seal } from './dsse.ts'
import type { Signature, SignoffRecord } from './record.ts'
import { type Statement, statementBytes } from './statement.ts'

/** Who signs, in their own words. */
export interface Signer {
  readonly name: string
  readonly title: string
  readonly orgNumber: string
  /** The sentence that they stand for, in the language they were asked in. */
  readonly declarationText: string
}

/** Why somebody cannot sign a record. */
export type SignerFault = 'no-name' | 'no-title' | 'other-organisation' | 'automated-account'

/** Who signs must be named, belong to the vendor, and be somebody else than what ran the tests. */
export function signerFaults(signer: Signer, record: SignoffRecord): SignerFault[] {
  const faults: readonly (readonly [SignerFault, boolean])[] = [
    ['no-name', folded(signer.name) === ''],
    ['no-title', folded(signer.title) === ''],
    ['other-organisation', signer.orgNumber !== record.vendor.orgNumber],
    ['automated-account', folded(signer.name) === folded(record.automation.account)],
  ]
  return faults.filter(([, holds]) => holds).map(([fault]) => fault)
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

export interface Signed {
  readonly statement: Statement
  /** The bytes of the signed file. */
  readonly file: Buffer
}

/** @throws Error for a key of a kind that is not used here */
export function signStatement(statement: Statement, signer: Signer, key: KeyObject, now: Date): Signed {
  const algorithm = algorithmOf(key)
  if (algorithm === undefined) throw new Error('only Ed25519 and ECDSA P-256 keys sign')
  const signature: Signature = {
    ...signer,
    declaration: 'authorised-to-sign-for-the-organisation',
    signedAt: now.toISOString(),
    algorithm,
    keyId: keyIdOf(key),
    publicKey: publicHalf(key).export({ type: 'spki', format: 'der' }).toString('base64'),
  }
  const unsigned = statement.predicate.scimTestSignoff
  const scimTestSignoff: SignoffRecord = { ...unsigned, state: 'signed', signatures: [signature] }
  const signed: Statement = { ...statement, predicate: { ...statement.predicate, scimTestSignoff } }
  return { statement: signed, file: renderEnvelope(seal(statementBytes(signed), key)) }
}
