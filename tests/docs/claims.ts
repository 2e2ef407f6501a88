import { OUTCOMES, type Outcome, type Units, type Verdict } from '#harness'
import { catalogue, type Requirement } from '#requirements'
import type { ShownOfClients } from './client-rows.ts'

/** What a run showed, the way the pages need it. */
export interface Shown {
  readonly clients: ShownOfClients
  /** Rows of the RFCs that a server can be held to. */
  readonly rows: readonly Requirement[]
  readonly units: Units
  readonly verdicts: readonly Verdict[]
  /** Requirement → ids of the checks and rules that made a claim about it in the run, sorted. */
  readonly provers: ReadonlyMap<string, readonly string[]>
  /** Requirement → ids of the defects that break it. */
  readonly defects: ReadonlyMap<string, readonly string[]>
  /** Requirement → why nothing tries it. */
  readonly unchecked: Readonly<Record<string, string>>
}

export const baseId = (id: string): string => id.replace(/\[.*\]$/, '')

export const topicOf = (id: string): string => id.slice(0, id.indexOf('/'))

export const sectionOf = ({ rfc, section }: Requirement): string => `RFC ${rfc} §${section}`

export function rowsOfServers(): Requirement[] {
  return [...catalogue.values()].filter(({ rfc, subject }) => rfc !== undefined && subject !== 'client')
}

export function groupedBy<T>(all: readonly T[], keys: (one: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    for (const key of keys(one)) groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}

export function proversIn(verdicts: readonly Verdict[]): Map<string, string[]> {
  const claimed = (one: Verdict) =>
    Object.entries(one.claims).flatMap(([requirement, count]) => (count > 0 ? [requirement] : []))
  const groups = groupedBy(verdicts, claimed)
  return new Map(
    [...groups].map(([requirement, some]) => [
      requirement,
      [...new Set(some.map(({ id }) => baseId(id)))].sort(),
    ]),
  )
}

/** The worst outcome of all cases of a check. */
export function outcomeOfUnit(id: string, verdicts: readonly Verdict[]): Outcome | undefined {
  const outcomes = verdicts.filter((one) => baseId(one.id) === id).map(({ outcome }) => outcome)
  // A case that does not apply says nothing where another one does.
  const telling = outcomes.filter((outcome) => outcome !== 'not-applicable')
  return OUTCOMES.find((outcome) => (telling.length > 0 ? telling : outcomes).includes(outcome))
}
