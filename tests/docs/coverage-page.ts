import { catalogue, type Requirement } from '#requirements'
import { baseId, groupedBy, outcomeOfUnit, type Shown, sectionOf, topicOf } from './claims.ts'

/** `docs/coverage.md`: requirement × check × verdict, with counts by section and by topic. */
export function coveragePage(shown: Shown): string {
  const { rows, verdicts } = shown
  const observable = rows.filter((row) => row.observable === 'yes')
  const partly = rows.filter((row) => row.observable === 'partial')
  const made = new Set(
    verdicts.filter(({ claims }) => Object.keys(claims).length > 0).map(({ id }) => baseId(id)),
  )
  return [
    '# Coverage',
    '',
    'Generated from the claims that a run with profile `rfc` on the reference endpoint makes; `npm run gen` renews it, and a',
    'stale page fails the tests. A requirement counts as covered when a claim about it was made, whatever became of the',
    'claim. Each check was seen red on its counterexample for every requirement it names; the defects of the reference',
    'endpoint that break a requirement are counted beside it.',
    '',
    `- requirements that a server can be seen to hold or break: **${covered(observable, shown)}** covered`,
    `- those that can be seen in part: **${covered(partly, shown)}** covered`,
    `- checks and rules that made claims: ${made.size}`,
    `- defects of the reference endpoint: ${new Set([...shown.defects.values()].flat()).size}`,
    '',
    ...bySection(shown),
    ...byTopic(shown),
    ...allRows(shown),
    ...ofClients(shown),
    '',
  ].join('\n')
}

const covered = (some: readonly Requirement[], { provers }: Shown) =>
  `${some.filter(({ id }) => provers.has(id)).length} of ${some.length}`

function bySection(shown: Shown): string[] {
  const sections = groupedBy(shown.rows, (row) => [sectionOf(row)])
  const count = (some: readonly Requirement[], seen: string) =>
    covered(
      some.filter(({ observable }) => observable === seen),
      shown,
    )
  return [
    '## By section',
    '',
    '| section | observable | in part | defects |',
    '|---|---|---|---|',
    ...[...sections].map(([name, some]) => {
      const broken = new Set(some.flatMap(({ id }) => shown.defects.get(id) ?? []))
      return `| [${name}](#${anchorOf(name)}) | ${count(some, 'yes')} | ${count(some, 'partial')} | ${broken.size} |`
    }),
  ]
}

function byTopic(shown: Shown): string[] {
  const units = [...shown.units.checks, ...shown.units.rules].map(({ id }) => id)
  const topics = [...groupedBy(units, (id) => [topicOf(id)])].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    '',
    '## By topic',
    '',
    '| topic | checks and rules | passed | not applicable here | requirements |',
    '|---|---|---|---|---|',
    ...topics.map(([topic, ids]) => {
      const outcomes = ids.map((id) => outcomeOfUnit(id, shown.verdicts))
      const claimed = [...shown.provers].filter(([, by]) => by.some((id) => ids.includes(id)))
      const of = (outcome: string) => outcomes.filter((one) => one === outcome).length
      return `| ${topic} | ${ids.length} | ${of('pass')} | ${of('not-applicable')} | ${claimed.length} |`
    }),
  ]
}

function allRows(shown: Shown): string[] {
  const sections = groupedBy(shown.rows, (row) => [sectionOf(row)])
  return [...sections].flatMap(([name, some]) => [
    '',
    `### ${name}`,
    '',
    '| requirement | level | what is asked | tried by | verdict | defects |',
    '|---|---|---|---|---|---|',
    ...some.map((row) => lineOf(row, shown)),
  ])
}

/** What a run cannot show, for it is the client itself: `serve --record` judges others. */
function ofClients({ clients: { rows, provers } }: Shown): string[] {
  const alone = rows.filter(({ id }) => provers.has(id)).length
  return [
    '',
    '## What is asked of clients',
    '',
    'No run shows these: it is the client itself. `serve --record` judges a client that provisions into the reference',
    'endpoint ([guide](guides/testing-a-client.md)); the rules are those that made claims in a session. Of the',
    `${rows.length} rows that bind clients alone, ${alone} are judged; the others are permissions, or show in no request.`,
    '',
    '| requirement | level | what is asked | judged by |',
    '|---|---|---|---|',
    ...[...provers]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([id, by]) => {
        const row = catalogue.get(id)
        if (!row) return []
        const rules = by.map((one) => `\`${one}\``).join(', ')
        return [`| ${id} | ${row.level} | ${cell(row.requirement)} | ${rules} |`]
      }),
  ]
}

function lineOf(row: Requirement, shown: Shown): string {
  const { id, level, requirement } = row
  const by = shown.provers.get(id) ?? []
  const links = by.map((one) => `[${one}](checks/${one}.md)`).join(', ')
  const verdicts = [...new Set(by.map((one) => outcomeOfUnit(one, shown.verdicts)))].join(', ')
  const defects = shown.defects.get(id)?.length ?? 0
  return `| ${id} | ${level} | ${cell(requirement)} | ${links || absence(row, shown)} | ${verdicts} | ${defects || ''} |`
}

function absence({ id, observable }: Requirement, { unchecked }: Shown): string {
  if (unchecked[id]) return `*${cell(unchecked[id])}*`
  return observable === 'no' ? '*cannot be seen from outside*' : '**no check yet**'
}

const cell = (text: string) => text.replaceAll('|', '\\|')

/** As GitHub makes anchors of headings. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-')
