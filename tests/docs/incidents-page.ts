import { COSTS, type Incident, type IncidentFamily } from '../incidents/incidents.ts'

/** `docs/incidents.md`: incident × what reproduces it × what catches it, by family. */
export function incidentsPage(families: readonly IncidentFamily[]): string {
  const all = families.flatMap(({ incidents }) => incidents)
  const caught = all.filter(({ caughtBy }) => caughtBy)
  return [
    '# Incidents',
    '',
    'Faults that real products had, by root cause, and what sees them. Generated from `fixtures/incidents`; `npm run gen`',
    'renews it, and a stale page fails the tests. Each defect named here is a deviation of the reference endpoint',
    '(`endpoint/defects`, or `endpoint/readings` where one reading of the text allows it), and a test runs it against the checks in its row and sees one of them red.',
    '',
    `- incidents: ${all.length}`,
    `- reproduced and caught: **${caught.length}**`,
    `- that no run can see or call a fault, with the reason: ${all.length - caught.length}`,
    '',
    '| cost | incidents | caught |',
    '|---|---|---|',
    ...COSTS.map((cost) => {
      const some = all.filter((one) => one.cost === cost)
      return `| ${cost} | ${some.length} | ${some.filter(({ caughtBy }) => caughtBy).length} |`
    }),
    ...families.flatMap(sectionOf),
    '',
  ].join('\n')
}

function sectionOf({ title, incidents }: IncidentFamily): string[] {
  return [
    '',
    `## ${title}`,
    '',
    '| incident | what was wrong | cost | defect | caught by |',
    '|---|---|---|---|---|',
    ...incidents.map(lineOf),
  ]
}

function lineOf({ id, source, product, cause, cost, defects, caughtBy, strict, unseen }: Incident): string {
  const shown = (defects ?? []).map((one) => `\`${one}\``).join(', ')
  const by = caughtBy
    ? `${caughtBy.map(linkTo).join(', ')}${strict ? ' with `--strict`' : ''}`
    : `*${unseen}*`
  return `| ${id} | ${product}: ${cause} ([source](${addressOf(source)})) | ${cost} | ${shown} | ${by} |`.replaceAll(
    '\n',
    ' ',
  )
}

const SUITES = /^(?!fiks|entra|okta|plek|ks-)[a-z]+\//

/** Checks of the suites have a page of their own, those of profiles are on the page of the profile. */
const linkTo = (id: string) =>
  SUITES.test(id) ? `[${id}](checks/${id}.md)` : `[${id}](profiles/${id.split('/')[0]}.md)`

function addressOf(source: string): string {
  const [repository, number] = source.split('#')
  return `https://github.com/${repository}/issues/${number}`
}
