import type { LoadedProfile } from '#bin/load'
import type { ProfileRequirement } from '#check'
import { groupedBy } from './claims.ts'

/** What a page about a profile needs to know beside the profile itself. */
export interface ProfileFacts {
  /** Requirement → ids of the defects that break it. */
  readonly defects: ReadonlyMap<string, readonly string[]>
}

/** `docs/profiles/<id>.md`: what a profile asks, where that comes from, and what shows whether it is kept. */
export function profilePage({ profile, units }: LoadedProfile, { defects }: ProfileFacts): string {
  const { id, title, about, requirements = [] } = profile
  const provers = groupedBy(units, ({ proves }) => proves)
  const by = (row: ProfileRequirement) => (provers.get(row.id) ?? []).map((unit) => unit.id)
  const clients = requirements.filter(({ subject }) => subject === 'client')
  const endpoint = requirements.filter(({ subject }) => subject !== 'client')
  const seen = endpoint.filter(({ unobservable }) => unobservable === undefined)
  const unseen = endpoint.filter(({ unobservable }) => unobservable !== undefined)
  return [
    `# ${id}: ${title}`,
    '',
    'Generated from the data of the profile; `npm run gen` renews it, and a stale page fails the tests.',
    '',
    about,
    '',
    ...setUp(profile),
    ...table(
      'What is asked of the endpoint',
      ['requirement', 'level', 'what is asked', 'source', 'shown by', 'broken by'],
      [
        ...seen.map((row) => [
          ...described(row),
          codes([...by(row), ...(row.mapped ?? [])]),
          codes(defects.get(row.id) ?? []),
        ]),
      ],
    ),
    ...table(
      'What cannot be seen from outside',
      ['requirement', 'level', 'what is asked', 'source', 'why not'],
      [...unseen.map((row) => [...described(row), row.unobservable ?? ''])],
    ),
    ...table(
      'What is asked of the client',
      ['requirement', 'level', 'what is asked', 'source', 'judged by `serve --record`'],
      [
        ...clients.map((row) => [
          ...described(row),
          row.unobservable ? `no: ${row.unobservable}` : codes(by(row)),
        ]),
      ],
    ),
    ...changes(profile),
    ...list(
      'What the documents leave open',
      (profile.notes ?? []).map((note) => `**${note.id}**: ${note.text.en} (${note.source})`),
      'Noted in every report; no verdict depends on it.',
    ),
    ...list(
      'Rehearsals',
      (profile.rehearses ?? []).map(({ dialect, scenarios }) => `\`${dialect}\`: ${scenarios.join(', ')}`),
    ),
    ...list(
      'Before it is used in earnest',
      (profile.prerequisites ?? []).map(({ text, source }) => `${text.en} (${source})`),
      'Asked of people, by the sign-off.',
    ),
  ].join('\n')
}

function setUp(profile: LoadedProfile['profile']): string[] {
  const { includes = [], requires = {}, parameters = [], schemas = [], serves = [] } = profile
  const needed = [...(requires.features ?? []), ...(requires.resources ?? [])]
  const lines = [
    includes.length > 0 && `Includes ${codes(includes)}.`,
    needed.length > 0 && `Needs ${codes(needed)}.`,
    schemas.length > 0 && `Writes with ${codes(schemas.map((schema) => schema.id))}.`,
    serves.length > 0 && `The reference endpoint is served with ${codes(serves)}.`,
    ...parameters.map(
      ({ name, values, text }) =>
        `\`--parameter ${name}=\` ${values.map((value) => `\`${value}\``).join(', ')}; the first where nothing is said. ${text.en}`,
    ),
  ]
  return [...lines.filter((line) => line !== false).map((line) => `- ${line}`), '']
}

function described({ id, level, requirement, source, confidence }: ProfileRequirement): string[] {
  return [id, level, requirement, `${source} (${confidence})`]
}

function table(heading: string, columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [`## ${heading}`, '', line(columns), line(columns.map(() => '---')), ...rows.map(line), '']
}

function changes({ rules = {} }: LoadedProfile['profile']): string[] {
  const { tighten = [], waive = [] } = rules
  return list('Changed for this profile', [
    ...tighten.map(({ requirement, to, reason }) => `${requirement} counts as ${to}: ${reason}`),
    ...waive.map(({ requirement, reason }) => `${requirement} is waived: ${reason}`),
  ])
}

function list(heading: string, lines: readonly string[], lead?: string): string[] {
  if (lines.length === 0) return []
  return [`## ${heading}`, '', ...(lead ? [lead, ''] : []), ...lines.map((line) => `- ${line}`), '']
}

const codes = (words: readonly string[]) => [...new Set(words)].map((word) => `\`${word}\``).join(', ')

const cell = (text: string) => text.replaceAll('|', '\\|')
