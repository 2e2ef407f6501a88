import type { Check, Rule } from '#check'
import { levelText, requirementLink } from '#harness'
import { catalogue } from '#requirements'
import type { Exchange } from '#scim'
import { baseId, outcomeOfUnit, type Shown } from './claims.ts'

/** `docs/checks/<id>.md`: what a check asks, of what, how, and what came of it on the reference endpoint. */
export function checkPage(unit: Check | Rule, shown: Shown, exchanges: readonly Exchange[]): string {
  const cases = shown.verdicts.filter(({ id }) => baseId(id) === unit.id)
  const names = cases.flatMap(({ id }) => /\[(.*)\]$/.exec(id)?.[1] ?? []).sort()
  return [
    `# ${unit.id}`,
    '',
    `${unit.title}.`,
    '',
    ...(unit.breaks ? [`Who is hurt: ${unit.breaks}.`.replace(/\.\.$/, '.'), ''] : []),
    '## What it proves',
    '',
    ...unit.proves.flatMap((id) => requirementLines(id, shown)),
    ...howLines(unit, cases, exchanges),
    ...(names.length > 0 ? ['## Cases', '', names.map((name) => `\`${name}\``).join(', '), ''] : []),
    '## On the reference endpoint',
    '',
    `${outcomeOfUnit(unit.id, shown.verdicts) ?? 'not run'}; red on its counterexample for every requirement above.`,
    '',
  ].join('\n')
}

function requirementLines(id: string, { defects }: Shown): string[] {
  const row = catalogue.get(id)
  if (!row) return [`- ${id}`, '']
  const link = requirementLink(id)
  const broken = defects.get(id) ?? []
  return [
    `- ${link ? `[${id}](${link})` : id} (${levelText(id, row)}): ${row.requirement}`,
    ...(broken.length > 0 ? [`  Broken by ${broken.map((one) => `\`${one}\``).join(', ')}.`] : []),
    '',
  ]
}

function howLines(
  unit: Check | Rule,
  cases: readonly Shown['verdicts'][number][],
  exchanges: readonly Exchange[],
): string[] {
  if (unit.kind === 'rule')
    return ['## How', '', 'Looks at every exchange of a run; sends nothing itself.', '']
  const ids = new Set(cases.map(({ id }) => id))
  const sent = exchanges.filter(({ by }) => ids.has(by)).map(shape)
  const needs = [...(unit.needs?.features ?? []), ...[unit.needs?.resource ?? []].flat()]
  return [
    '## How',
    '',
    ...(needs.length > 0 ? [`Needs ${needs.join(', ')}.`, ''] : []),
    ...[...new Set(sent)].sort().map((one) => `- \`${one}\``),
    '',
  ]
}

/** Method, path without what differs from run to run, and the status. */
function shape({ request, response, credentials }: Exchange): string {
  const [path = '', query = ''] = request.path.split('?', 2)
  const steps = path
    .split('/')
    .map((step, at) => (at > 1 && !/^(\.search|urn:.*|User|Group)$/.test(step) ? '{id}' : step))
  const names = query
    .split('&')
    .map((pair) => pair.split('=', 1)[0])
    .filter(Boolean)
    .sort()
  const asked = names.length > 0 ? `?${names.map((name) => `${name}=…`).join('&')}` : ''
  const whose = credentials ? ` (${credentials} credentials)` : ''
  return `${request.method} ${steps.join('/')}${asked} → ${response?.status ?? 'no answer'}${whose}`
}
