import type { Check } from '#check'
import { levelText, requirementLabel, requirementLink } from '#harness'
import { catalogue, type Requirement } from '#requirements'
import type { Dialect } from '#simulator'
import type { ExitCode } from '../cli.ts'
import { builtInProfiles, loadDialects, loadProfile, loadSuites, type Unit } from '../load.ts'
import { spokenLanguage } from '../messages/language.ts'
import { loadMessages } from '../messages/load.ts'
import { showing } from '../messages/showing.ts'
import { spoken } from '../messages/spoken.ts'
import { requirementsOf } from '../run/bench.ts'
import { didYouMean, UsageError } from '../usage-error.ts'

/** `scim-test explain ID`: a check with its requirements, a requirement with its checks, a dialect with its habits. */
export async function explainCommand(id: string): Promise<ExitCode> {
  const profiles = await Promise.all(builtInProfiles().map(loadProfile))
  const units = [...(await loadSuites()), ...profiles.flatMap((profile) => profile.units)]
  const requirements = new Map([
    ...catalogue,
    ...requirementsOf(profiles).map((row) => [row.id, row] as const),
  ])
  const wanted = id.replace(/\[.*\]$/, '')
  const dialects = await loadDialects()
  const dialect = dialects.find((one) => one.id === id)
  if (dialect) {
    process.stdout.write(`${dialectLines(dialect).join('\n')}\n`)
    return 0
  }
  const unit = units.find((one) => one.id === wanted)
  const requirement = requirements.get(id)
  if (!unit && !requirement) {
    throw new UsageError(
      showing().unknownUnit(
        id,
        didYouMean(id, [...units, ...dialects].map((one) => one.id).concat([...requirements.keys()])),
      ),
    )
  }
  const lines = unit ? unitLines(unit, requirements) : requirementLines(requirement as Requirement, units)
  process.stdout.write(`${lines.join('\n')}\n`)
  return 0
}

/** Each habit with its evidence: what is only inferred is said to be. */
function dialectLines({ id, title, habits }: Dialect): string[] {
  const lines = Object.entries(habits).flatMap(([name, { says, source, confidence, departs }]) => [
    '',
    `${name}  ${spoken().confidence[confidence]}${departs ? `, ${showing().departs(departs)}` : ''}`,
    `  ${says}`,
    `  ${source}`,
  ])
  return [id, title, ...lines]
}

function unitLines(unit: Unit, requirements: ReadonlyMap<string, Requirement>): string[] {
  const needs = unit.kind === 'check' ? unit.needs : undefined
  return [
    unit.id,
    unit.title,
    '',
    unit.kind === 'check' ? needsText(needs) : unit.kind === 'rule' ? showing().rule : showing().clientRule,
    ...(unit.kind === 'check' && unit.load ? [loadMessages().heavy] : []),
    ...(unit.breaks ? ['', showing().hurt(unit.breaks)] : []),
    ...unit.proves.flatMap((id) => ['', ...requirementText(requirements.get(id), id)]),
  ]
}

function needsText(needs: Check['needs']): string {
  const parts = [[needs?.resource ?? []].flat(), needs?.features ?? [], needs?.attributes ?? []].flat()
  return parts.length > 0 ? showing().needs(parts.join(', ')) : showing().needsNothing
}

function requirementLines(requirement: Requirement, units: readonly Unit[]): string[] {
  const provers = units.filter((unit) => (unit.proves as readonly string[]).includes(requirement.id))
  const tried =
    provers.length > 0 ? provers.map((unit) => `  ${unit.id}  ${unit.title}`) : [`  ${showing().noCheckYet}`]
  return [...requirementText(requirement, requirement.id), '', showing().triedBy, ...tried]
}

function requirementText(requirement: Requirement | undefined, id: string): string[] {
  if (!requirement) return [id]
  const link = requirementLink(id) ?? requirement.source
  const ambiguities =
    requirement.ambiguities.length > 0 ? [`  ${showing().ambiguous(requirement.ambiguities.join(', '))}`] : []
  const head = `${id}  ${requirementLabel(id, spoken())}  ${levelText(id, requirement, spoken())}`
  const text = (spokenLanguage() === 'nb' && requirement.nb) || requirement.requirement
  return [head, `  ${text}`, ...(link ? [`  ${link}`] : []), ...ambiguities]
}
