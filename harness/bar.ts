import {
  catalogue,
  type ReadingId,
  type ReadingVerdict,
  type Requirement,
  type RequirementId,
  readingVerdict,
  type Severity,
} from '#requirements'

export interface Tightening {
  readonly requirement: RequirementId
  readonly to: Severity
  readonly reason: string
}

/** What answers are measured against: the catalogue, a profile's own requirements and changes, and strictness. */
export interface Bar {
  readonly profile: string
  readonly strict: boolean
  requirement(id: RequirementId): Requirement
  severity(id: RequirementId): Severity
  reading(id: ReadingId): ReadingVerdict
  /** The reading by which nothing obliges anybody to keep this requirement. */
  excuse(id: RequirementId): ReadingId | undefined
}

export interface BarSource {
  readonly id: string
  readonly requirements: readonly Requirement[]
  readonly changes: readonly Tightening[]
}

/** @throws RangeError for an id that neither the catalogue nor the profile knows. */
export function createBar(source: BarSource, strict: boolean): Bar {
  const own = new Map(source.requirements.map((row) => [row.id, row]))
  const changed = new Map(source.changes.map((change) => [change.requirement as string, change.to]))
  const requirement = (id: RequirementId): Requirement => {
    const found = own.get(id) ?? catalogue.get(id)
    if (!found) throw new RangeError(`requirement ${id} is in no catalogue`)
    return found
  }
  return {
    profile: source.id,
    strict,
    requirement,
    severity: (id) => changed.get(id) ?? requirement(id).severity,
    reading: (id) => readingVerdict(id, strict),
    // RFC 7644 section 1.2: what is not in capitals has its ordinary meaning.
    excuse: (id) => {
      const { basis, severity } = requirement(id)
      return basis === 'lowercase' && severity === 'fail' && !changed.has(id)
        ? 'AMB-001/ordinary-must'
        : undefined
    },
  }
}
