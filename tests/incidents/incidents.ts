import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What an incident did to those whom it hit. */
export const COSTS = [
  'access not revoked',
  'data lost',
  'wrong access',
  'provisioning blocked',
  'cosmetic',
] as const

/** A fault that a real product or its client had, and what sees it. */
export interface Incident {
  readonly id: string
  /** `owner/repository#number` on GitHub. */
  readonly source: string
  readonly also?: readonly string[]
  readonly product: string
  readonly cause: string
  readonly cost: (typeof COSTS)[number]
  /** Defects of the reference endpoint that do the same. */
  readonly defects?: readonly string[]
  /** Checks and rules: each defect turns one of them red. */
  readonly caughtBy?: readonly string[]
  /** Only `--strict` minds it, for one reading of the text allows it. */
  readonly strict?: true
  /** Why it cannot be seen from outside, or is no fault by the text. */
  readonly unseen?: string
}

export interface IncidentFamily {
  readonly family: string
  readonly title: string
  readonly incidents: readonly Incident[]
}

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'incidents')

/** The incidents by family, in the order of the families' codes. */
export function readIncidents(): readonly IncidentFamily[] {
  return readdirSync(FOLDER)
    .map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as IncidentFamily)
    .sort((a, b) => a.family.localeCompare(b.family, 'en', { numeric: true }))
}
