import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shapeFaults } from '#bin/signoff/shape'
import {
  EMPTY_FORM,
  keyIdOf,
  type SignoffRecord,
  type Statement,
  signStatement,
  verifySignoff,
} from '#reports/signoff'
import type { Json } from '#scim'
import { contentHashOf } from '../../reports/signoff/build.ts'
import { renderEnvelope, seal } from '../../reports/signoff/dsse.ts'
import {
  BLOCKED,
  FAILED,
  FORM,
  GOOD,
  NOW,
  SIGNER,
  sampleStatement,
  WARNED,
} from '../../reports/signoff/sample-runs.sample.ts'
import { statementBytes } from '../../reports/signoff/statement.ts'

const shapeFault = shapeFaults()
const DECIDED: typeof FORM = {
  ...FORM,
  deviations: [
    { id: 't/refused', description: 'Rare.', decision: 'accept', owner: 'Kari Nordmann', due: '' },
  ],
}
const pairs = {
  Ed25519: generateKeyPairSync('ed25519'),
  'ECDSA P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
}
const { publicKey, privateKey } = pairs.Ed25519
const verify = (bytes: Uint8Array, key?: KeyObject) =>
  verifySignoff(bytes, { ...(key ? { key } : {}), shapeFault, now: NOW })
const file = signStatement(sampleStatement(), SIGNER, privateKey, NOW).file

describe('a signed file', () => {
  it.each(Object.entries(pairs))('verifies as it is, with the key and without: %s', (_, pair) => {
    const { file: signed } = signStatement(sampleStatement(), SIGNER, pair.privateKey, NOW)
    expect(verify(signed, pair.publicKey)).toMatchObject({ keyGiven: true, keyId: keyIdOf(pair.publicKey) })
    expect(verify(signed)).toMatchObject({ keyGiven: false, expired: false })
  })

  it('does not verify with any byte changed, left out, doubled or swapped', () => {
    const unseen: string[] = []
    const expectFault = (bytes: Uint8Array, what: string, at: number) => {
      if (!Buffer.from(bytes).equals(file) && verify(bytes, publicKey).fault === undefined)
        unseen.push(`${what} at ${at}`)
    }
    for (let at = 0; at < file.length; at++) {
      const flipped = Buffer.from(file)
      flipped[at] = (file[at] as number) ^ (1 << (at % 8))
      expectFault(flipped, 'flip', at)
      // The other three take turns.
      const way = at % 3
      if (way === 0) expectFault(Buffer.concat([file.subarray(0, at), file.subarray(at + 1)]), 'delete', at)
      if (way === 1) expectFault(Buffer.concat([file.subarray(0, at + 1), file.subarray(at)]), 'double', at)
      if (way === 2) expectFault(swapped(file, at), 'swap', at)
    }
    expect(file.length).toBeGreaterThan(4_000)
    expect(unseen).toEqual([])
  }, 60_000)

  function swapped(bytes: Buffer, at: number): Buffer {
    const next = (at + 1) % bytes.length
    const copy = Buffer.from(bytes)
    copy[at] = bytes[next] as number
    copy[next] = bytes[at] as number
    return copy
  }

  it.each([
    ['with the key', publicKey],
    ['without it', undefined],
  ])(
    'does not verify with any region replaced, %s',
    (_, key) => {
      const region = fc.record({
        at: fc.nat(file.length),
        cut: fc.nat(40),
        put: fc.oneof(
          fc.uint8Array({ maxLength: 40 }),
          fc.constantFrom(' ', '\n', '=', '\ufeff', '\u0000', '"', '{}').map((text) => Buffer.from(text)),
        ),
      })
      fc.assert(
        fc.property(region, ({ at, cut, put }) => {
          const changed = Buffer.concat([file.subarray(0, at), put, file.subarray(at + cut)])
          fc.pre(!changed.equals(file))
          expect(verify(changed, key).fault).toBeDefined()
        }),
        { numRuns: 1_000 },
      )
    },
    60_000,
  )

  it('does not verify with the signature of another record, or another key', () => {
    const other = signStatement(sampleStatement({ run: 'zzz999' }), SIGNER, privateKey, NOW).file
    const [one, two] = [file, other].map((bytes) => JSON.parse(bytes.toString()))
    const mixed = renderEnvelope({ ...one, signatures: two.signatures })
    expect(verify(mixed, publicKey).fault).toBe('signature')
    expect(verify(mixed).fault).toBe('signature')
    const stranger = generateKeyPairSync('ed25519')
    expect(verify(file, stranger.publicKey).fault).toBe('other-key')
    const resigned = signStatement(sampleStatement(), SIGNER, stranger.privateKey, NOW).file
    expect(verify(resigned, publicKey).fault).toBe('other-key')
    // Whole, but somebody else's: only the key that was got otherwise can tell.
    expect(verify(resigned).fault).toBeUndefined()
  })

  /** Signed with the right key, but not by this program. */
  function forged(change: (statement: Statement) => Statement, rehash = true): Buffer {
    const { statement } = signStatement(
      sampleStatement({ verdicts: [...GOOD, FAILED] }, DECIDED),
      SIGNER,
      privateKey,
      NOW,
    )
    const changed = change(statement)
    const record = changed.predicate.scimTestSignoff
    const integrity = { ...record.integrity, ...(rehash ? { contentHash: contentHashOf(record) } : {}) }
    const predicate = { ...changed.predicate, scimTestSignoff: { ...record, integrity } }
    return renderEnvelope(seal(statementBytes({ ...changed, predicate }), privateKey))
  }
  const withRecord = (statement: Statement, more: Partial<SignoffRecord>): Statement => ({
    ...statement,
    predicate: {
      ...statement.predicate,
      scimTestSignoff: { ...statement.predicate.scimTestSignoff, ...more },
    },
  })

  it.each([
    ['nothing', (s: Statement) => s, undefined],
    [
      'a content that its hash does not fit',
      (s: Statement) => withRecord(s, { createdAt: '2026-01-01T00:00:00.000Z' }),
      'content-hash',
      false,
    ],
    [
      'a result that the record does not bear out',
      (s: Statement) => ({ ...s, predicate: { ...s.predicate, result: 'PASSED' as const } }),
      'statement',
    ],
    [
      'a failure left out of the list',
      (s: Statement) => ({ ...s, predicate: { ...s.predicate, failedTests: [] } }),
      'statement',
    ],
    [
      'a record of other runs',
      (s: Statement) => ({ ...s, subject: [{ name: 'x', digest: { sha256: '00' } }] }),
      'statement',
    ],
    [
      'no deviation for the failure it had',
      (s: Statement) =>
        withRecord(s, {
          deviations: s.predicate.scimTestSignoff.deviations.map((one) => ({ ...one, owner: '' })),
        }),
      'rules',
    ],
    ['a failure without its deviation', (s: Statement) => withRecord(s, { deviations: [] }), 'rules'],
    [
      'the account as signer',
      (s: Statement) => withRecord(s, { automation: { account: SIGNER.name } }),
      'rules',
    ],
    [
      'a member that is unknown',
      (s: Statement) => withRecord(s, { extra: 1 } as Partial<SignoffRecord>),
      'shape',
    ],
    [
      'an identity number',
      (s: Statement) => withRecord(s, { scope: { complete: true, reason: '09817742235' } }),
      'leak',
    ],
    [
      'a secret',
      (s: Statement) => withRecord(s, { scope: { complete: true, reason: 'token=abcdefghij' } }),
      'leak',
    ],
  ] as const)('is not believed with %s', (_, change, fault, rehash?: boolean) => {
    expect(verify(forged(change as (s: Statement) => Statement, rehash ?? true), publicKey).fault).toBe(fault)
  })

  it('can be verified by others: the signature is over the encoding of DSSE, the key an ordinary one', async () => {
    const { payload, payloadType, signatures } = JSON.parse(file.toString())
    const body = Buffer.from(payload, 'base64')
    const message = `DSSEv1 ${payloadType.length} ${payloadType} ${body.length} ${body}`
    const [signature] = JSON.parse(body.toString()).predicate.scimTestSignoff.signatures
    const key = createPublicKey({
      key: Buffer.from(signature.publicKey, 'base64'),
      type: 'spki',
      format: 'der',
    })
    const { verify: check } = await import('node:crypto')
    expect(check(null, Buffer.from(message), key, Buffer.from(signatures[0].sig, 'base64'))).toBe(true)
  })

  it('has the form that its schema describes, with everything that can be in it and with next to nothing', () => {
    const full = {
      ...DECIDED,
      customer: { orgNumber: FORM.vendor.orgNumber, name: 'Fjordby kommune' },
      agreement: { ref: 'Terms 2026-11', acceptedAt: '2026-11-01' },
    }
    const run = { verdicts: [...GOOD, FAILED, WARNED, BLOCKED], only: ['create'], waived: ['t/token'] }
    for (const statement of [sampleStatement(run, full), sampleStatement({ ended: false }, EMPTY_FORM)])
      expect(shapeFault(statement as unknown as Json)).toBeUndefined()
    const { predicate, ...rest } = sampleStatement()
    expect(shapeFault({ ...rest, predicate: { ...predicate, result: 'GREAT' } } as unknown as Json)).toMatch(
      /result/,
    )
  })

  it('runs out', () => {
    const late = verifySignoff(file, { shapeFault, now: new Date('2027-06-01T00:00:00Z') })
    expect(late).toMatchObject({ expired: true })
  })
})
