import { transliterate } from '#people'
import type { GroupDescription } from '../scenario.ts'
import type { Unit } from './organisation.ts'

/** Where groups are filed that are meant for the target (E-23). All others stay at home (E-61). */
export const EXPORTED = 'ksfiks'
const AT_HOME = 'ad'
const STAGES = 7
/** More people than fit into a page of any target. */
export const MOST_IN_LARGE_GROUP = 1_150

export interface Post {
  readonly index: number
  readonly title: string
  readonly unit: Unit
  /** School year: 0 until July, 1 from August. */
  readonly year: 0 | 1
  /** Which stage a teacher has is drawn once. */
  readonly draw: number
  readonly isLeader: boolean
}

/** Access by the job in a unit: technical name, name in the target, and who has it. */
const ACCESS: readonly [key: string, technical: string, display: string, has: (post: Post) => boolean][] = [
  [
    'fiks-vaksinering',
    'Folkeregister-Helse_Vaksinering',
    'Folkeregister - Helse, vaksinering',
    ({ unit, title }) => unit.code === '260' && /ykepleier/.test(title),
  ],
  [
    'fiks-oppslag',
    'Folkeregister-Servicetorg_Oppslag',
    'Folkeregister - Servicetorg, oppslag',
    ({ unit }) => unit.code === '140',
  ],
  [
    'fiks-barnevern',
    'Folkeregister-Barnevern_Utvidet',
    'Folkeregister - Barnevern, utvidet',
    ({ unit }) => unit.code === '240',
  ],
  [
    'fiks-oppvekst',
    'Folkeregister-Oppvekst_0-16',
    'Folkeregister - Oppvekst 0-16 år',
    ({ unit, isLeader }) => isLeader && unit.code.startsWith('3'),
  ],
  [
    'fiks-svarut',
    'SvarUt-Dokumentsenter_Forvalter',
    'SvarUt - Dokumentsenter, forvalter',
    ({ unit }) => unit.code === '150',
  ],
  [
    'fiks-bekymring',
    'Bekymringsmelding-Barnevern_Mottak',
    'Bekymringsmelding - mottak',
    ({ unit }) => unit.code === '240',
  ],
  [
    'fiks-administrator',
    'Forvaltning-IKT_Administrator',
    'Fiks forvaltning - administratorer',
    ({ index }) => index === 13,
  ],
  [
    'fiks-skuvla',
    'Folkeregister-Skuvla_Oahpaheaddji',
    'Folkeregister - Skuvla, oahpaheaddji',
    ({ unit }) => unit.code === '370',
  ],
  [
    'fiks-alle',
    'Test-Alle_Stor',
    'Testgruppe over 1000 medlemmer',
    ({ index }) => index <= MOST_IN_LARGE_GROUP,
  ],
  ['fiks-tom', 'Test-Tom', 'Testgruppe uten medlemmer', () => false],
]

/** All groups: of each unit, of each title, of stages at school, of access; and two that never leave the organisation. */
export function groupsFor(units: readonly Unit[], titles: readonly string[]): Map<string, GroupDescription> {
  const groups = new Map<string, GroupDescription>()
  const filed = (key: string, technical: string, displayName: string, parent = EXPORTED) =>
    groups.set(key, {
      displayName,
      externalId: parent === EXPORTED ? `Fiks-Tilgang-${technical}` : technical,
      parent,
    })
  for (const { code, name } of units) filed(unitGroup(code), `Enhet-${code}_Ansatte`, name)
  for (const title of titles) filed(titleGroup(title), `Stilling-${plain(title)}_Alle`, `Stilling - ${title}`)
  for (let stage = 1; stage <= STAGES; stage++)
    filed(`trinn-${stage}`, `Skole-Trinn_${stage}`, `Skole - ${stage}. trinn`)
  for (const [key, technical, display] of ACCESS) filed(key, technical, display)
  filed('nest-200', 'nest-200', 'nest-200 Helse og velferd', AT_HOME)
  filed('lisens-e3', 'Licens-M365-E3', 'Licens-M365-E3', AT_HOME)
  return groups
}

/** Keys of the groups that somebody is in because of the post, in the order in which they are joined. */
export function groupsOf(post: Post): string[] {
  const { unit, title } = post
  return [
    unitGroup(unit.code),
    titleGroup(title),
    ...(isTeacher(post) ? [`trinn-${stageOf(post)}`] : []),
    ...ACCESS.flatMap(([key, , , has]) => (has(post) ? [key] : [])),
    ...(unit.code.startsWith('2') ? ['nest-200'] : []),
    'lisens-e3',
  ]
}

export const unitGroup = (code: string): string => `enhet-${code}`
const titleGroup = (title: string): string => `st-${plain(title).slice(0, 28)}`.replace(/-+$/, '')

export function isTeacher({ unit, isLeader }: Pick<Post, 'unit' | 'isLeader'>): boolean {
  return !isLeader && /^(?:310|311|370)/.test(unit.code)
}

/** A class and its teacher go one stage up in August; who had the last one begins with the first again. */
function stageOf({ draw, year }: Post): number {
  return ((draw + year) % STAGES) + 1
}

function plain(text: string): string {
  return transliterate(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
}
