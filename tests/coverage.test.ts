import { expect, it } from 'vitest'
import { loadProfiles, unitsOf } from '#bin/load'
import type { Verdict } from '#harness'
import { catalogue, type Requirement } from '#requirements'
import { runInMemory } from './bench/in-memory.ts'

/**
 * Writes docs/coverage.md from the claims that a real run makes, not from what checks promise; `npm run gen` brings the
 * page up to date, and a stale page fails here.
 */
const profiles = await loadProfiles('rfc')
const { verdicts } = await runInMemory({ units: await unitsOf(profiles), profiles })
const rows = [...catalogue.values()].filter(({ rfc }) => rfc !== undefined)

const baseId = (id: string) => id.replace(/\[.*\]$/, '')

/** Requirement id → ids of the checks and rules that made a claim about it. */
function provers(all: readonly Verdict[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>()
  for (const { id, claims } of all) {
    for (const [requirement, count] of Object.entries(claims)) {
      if (count > 0) found.set(requirement, (found.get(requirement) ?? new Set()).add(baseId(id)))
    }
  }
  return new Map([...found].map(([requirement, ids]) => [requirement, [...ids].sort()]))
}

const proved = provers(verdicts)
const isSeen = ({ id }: Requirement) => proved.has(id)
const ofServer = rows.filter(({ subject }) => subject !== 'client')
const observable = ofServer.filter((row) => row.observable === 'yes')
const partly = ofServer.filter((row) => row.observable === 'partial')

function sections(): string[] {
  const names = [...new Set(rows.map(({ rfc, section }) => `RFC ${rfc} §${section}`))]
  return names.flatMap((name) => {
    const own = rows.filter(({ rfc, section }) => `RFC ${rfc} §${section}` === name)
    return [
      '',
      `### ${name}`,
      '',
      '| requirement | level | what is asked | tried by |',
      '|---|---|---|---|',
      ...own.map(line),
    ]
  })
}

function line(row: Requirement): string {
  const { id, level, requirement } = row
  return `| ${id} | ${level} | ${requirement.replaceAll('|', '\\|')} | ${proved.get(id)?.join(', ') ?? absence(row)} |`
}

function absence({ subject, observable: seen }: Requirement): string {
  if (subject === 'client') return '*concerns clients*'
  return seen === 'no' ? '*cannot be seen from outside*' : '**no check yet**'
}

const count = (some: readonly Requirement[]) => `${some.filter(isSeen).length} of ${some.length}`

it('docs/coverage.md is what a run shows', async () => {
  const text = [
    '# Coverage',
    '',
    'Generated from the claims that a run with profile `rfc` on the reference endpoint makes; `npm run gen` renews it. A',
    'requirement counts as covered when a claim about it was made, whatever became of the claim.',
    '',
    `- requirements that a server can be seen to hold or break: **${count(observable)}** covered`,
    `- those that can be seen in part: **${count(partly)}** covered`,
    `- checks and rules that made claims: ${new Set(verdicts.filter(({ claims }) => Object.keys(claims).length > 0).map(({ id }) => baseId(id))).size}`,
    ...sections(),
    '',
  ].join('\n')
  await expect(text).toMatchFileSnapshot('../docs/coverage.md')
})

it('no check proves what the catalogue does not know', () => {
  const unknown = [...proved.keys()].filter((id) => !catalogue.has(id))
  expect(unknown).toEqual([])
})
