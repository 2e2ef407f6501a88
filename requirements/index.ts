import type { CatalogueId, ReadingId } from './ids.gen.ts'
import practice from './practice.json' with { type: 'json' }
import readings from './readings.json' with { type: 'json' }
import rehearsal from './rehearsal.json' with { type: 'json' }
import rfc7643 from './rfc7643.json' with { type: 'json' }
import rfc7644 from './rfc7644.json' with { type: 'json' }
import rfc9865 from './rfc9865.json' with { type: 'json' }

export type { CatalogueId, ReadingId } from './ids.gen.ts'

/** A requirement of a profile: `<profile>/<name>`, as in `fiks/F-20`. Those of the RFCs have no slash. */
export type ProfileRequirementId = `${string}/${string}`
export type RequirementId = CatalogueId | ProfileRequirementId

export type Severity = 'fail' | 'warn' | 'note'

/** One normative statement. `basis` decides whether a report may print the keyword (see `wording.ts`). */
export interface Requirement {
  readonly id: string
  readonly rfc?: string
  readonly section?: string
  readonly level: string
  readonly basis: string
  readonly severity: Severity
  readonly subject: string
  readonly requirement: string
  /** The same in bokmål, where a profile brings it along. */
  readonly nb?: string
  readonly observable: string
  readonly source?: string
  /** Of a profile's row: `documented`, `observed` or `inferred`. */
  readonly confidence?: string
  /** Of a profile's row: why nothing tries it. */
  readonly unobservable?: string
  /** Of a profile's row: ids of what observes it for other requirements. */
  readonly mapped?: readonly string[]
  readonly gates: readonly string[]
  readonly ambiguities: readonly string[]
}

interface Row {
  id: string
  rfc?: string
  section?: string
  level: string
  basis: string
  severity: string
  subject: string
  requirement: string
  nb?: string
  observable: string
  source?: string
  confidence?: string
  unobservable?: string
  mapped?: readonly string[]
  gates?: string[]
  ambiguities?: string[]
}

export function toRequirement(row: Row): Requirement {
  const severity = row.severity === 'fail' || row.severity === 'warn' ? row.severity : 'note'
  return { gates: [], ambiguities: [], ...row, severity }
}

/** Every requirement of the RFCs, of rehearsals and of good practice, by id. Profiles bring their own. */
export const catalogue: ReadonlyMap<string, Requirement> = new Map(
  ([rfc7643, rfc7644, rfc9865, rehearsal, practice] as Row[][])
    .flat()
    .map((row) => [row.id, toRequirement(row)]),
)

export type ReadingVerdict = 'pass' | Severity

/**
 * How an answer that only one reading of an ambiguous text allows is judged, by default and with `--strict`.
 * The ambiguities themselves, with their sources, are in `ambiguities.json`.
 */
export function readingVerdict(id: ReadingId, strict: boolean): ReadingVerdict {
  return readings[id][strict ? 'strict' : 'default'] as ReadingVerdict
}

export function isCatalogued(id: string): id is CatalogueId {
  return catalogue.has(id)
}
