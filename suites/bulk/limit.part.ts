import { bodyOf, type Claim } from '#check'
import type { Exchange } from '#scim'

/** That a refusal says which limit it is about, by name or by number. */
export function claimLimit(claim: Claim, bulk: Exchange, name: string, limit = 0): void {
  const status = bulk.response?.status
  const refused = status === 413 || status === 400
  const detail = bodyOf(bulk)?.detail
  // A number may be written with separators.
  const plain = String(detail ?? '').replace(/(?<=\d)[ .,_'\u00a0](?=\d{3})/g, '')
  const isNamed = plain.toLowerCase().includes(name.toLowerCase()) || plain.includes(String(limit))
  const seen = { what: 'detail of the error', expected: `${name} or ${limit}`, actual: detail }
  // AMBIGUOUS: AMB-104: something in front of the service may refuse first, and does not know the name.
  claim.holds(refused, refused && !isNamed ? { ...seen, reading: 'AMB-104/limit-unnamed' } : seen)
}
