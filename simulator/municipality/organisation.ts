import { PERSONAS } from './personas.ts'

/** A unit of the municipality. */
export interface Unit {
  readonly code: string
  readonly name: string
  /** Code of the unit above. */
  readonly parent?: string
  /** What people there are, in turns. */
  readonly titles: readonly string[]
  /** Share of all employees; 0 where nobody but the leader works there. */
  readonly weight: number
  /** Key of the person; where there is none, the leader of the unit above is meant. */
  readonly leader?: string
}

type Plan = readonly [
  code: string,
  name: string,
  parent: string | undefined,
  weight: number,
  titles: string,
  /** The kind of a unit of which a large municipality has several: `sykehjem`. */
  kind?: string,
]

const NURSING = 'Helsefagarbeider, Sykepleier, Pleieassistent, Vernepleier'
const TEACHING = 'Adjunkt, Lektor, Adjunkt med tilleggsutdanning, Assistent'

const PLANS: readonly Plan[] = [
  ['100', 'Kommunedirektørens stab', undefined, 1, 'Rådgiver'],
  ['110', 'HR og lønn', '100', 1.5, 'HR-konsulent, Lønnskonsulent'],
  ['120', 'Økonomi', '100', 1.5, 'Controller, Regnskapskonsulent'],
  ['130', 'IKT', '100', 1, 'IKT-rådgiver, IKT-konsulent'],
  ['140', 'Servicetorget', '100', 1, 'Servicekonsulent, Saksbehandler'],
  ['150', 'Dokumentsenter', '100', 1, 'Arkivar'],
  ['200', 'Helse og velferd', '100', 0, 'Rådgiver'],
  ['210', 'Tindevik sykehjem', '200', 0, 'Rådgiver'],
  ['211', 'Tindevik sykehjem, avd. 1', '210', 11, NURSING, 'sykehjem'],
  ['212', 'Tindevik sykehjem, avd. 2', '210', 11, NURSING, 'bofellesskap'],
  ['220', 'Hjemmetjenesten', '200', 0, 'Rådgiver'],
  ['221', 'Hjemmetjenesten sone nord', '220', 8, NURSING, 'hjemmetjeneste'],
  ['222', 'Hjemmetjenesten sone sør', '220', 5, NURSING],
  ['230', 'Legevakt', '200', 1, 'Sykepleier'],
  ['240', 'Barnevern', '200', 2, 'Barnevernskonsulent'],
  ['250', 'Nav kommunal del', '200', 1, 'Veileder'],
  ['260', 'Helsestasjon', '200', 1, 'Sykepleier, Helsesykepleier'],
  ['270', 'Helse - Dearvvašvuohta', '200', 1, 'Miljøterapeut, Sykepleier'],
  ['300', 'Oppvekst', '100', 0, 'Rådgiver'],
  ['310', 'Tindevik skole', '300', 9, TEACHING, 'skole'],
  ['311', 'Fjordgløtt skole', '300', 8, TEACHING, 'ungdomsskole'],
  [
    '320',
    'Solvang barnehage',
    '300',
    10,
    'Barnehagelærer, Barne- og ungdomsarbeider, Assistent',
    'barnehage',
  ],
  ['330', 'PPT', '300', 1, 'PP-rådgiver'],
  ['340', 'SFO', '300', 4, 'Barne- og ungdomsarbeider, Assistent', 'SFO'],
  ['370', 'Skole - Skuvla', '300', 1, 'Lærer i samisk'],
  ['400', 'Teknisk og eiendom', '100', 0, 'Rådgiver'],
  ['410', 'Eiendom', '400', 3, 'Renholder, Vaktmester', 'eiendomsforvaltning'],
  ['420', 'Vei, vann og avløp', '400', 2, 'Fagarbeider, Ingeniør'],
  ['430', 'Byggesak', '400', 1, 'Byggesaksbehandler'],
  ['440', 'Brann og redning', '400', 2, 'Brannkonstabel'],
  ['470', 'Teknisk - Teknihkalaš', '400', 1, 'Fagarbeider uteseksjon'],
  ['500', 'Kultur', '100', 0, 'Rådgiver'],
  ['510', 'Bibliotek', '500', 2, 'Bibliotekar'],
  ['520', 'Kulturskole', '500', 2, 'Kulturskolelærer'],
  ['900', 'Folkevalgte', undefined, 0, 'Kommunestyremedlem'],
]

/** The leaders among the personas; the others lead nothing. */
const LEADERS: Readonly<Record<string, string>> = {
  '100': 't001',
  '200': 't002',
  '300': 't003',
  '210': 't004',
  '310': 't008',
}
/** Elected, not employed: they have no account (E-04). */
export const ELECTED = '900'

const PLACES_BEGIN = ['Bjørke', 'Furu', 'Gran', 'Øyen', 'Åker', 'Sjø', 'Fjord', 'Myr', 'Lyng', 'Sol']
const PLACES_END = ['lia', 'moen', 'vika', 'haugen', 'bakken', 'sletta', 'dalen', 'neset', 'åsen', 'tunet']
const PEOPLE_IN_A_UNIT = 15
/** One in so many has people to lead, besides the personas. */
const LED_BY_ONE = 8

/** The units of a municipality of `size` people: a larger one has more schools and nursing homes. */
export function unitsFor(size: number): readonly Unit[] {
  const plain = PLANS.flatMap((plan) => copiesOf(plan, size))
  let leaders = Math.floor((size - PERSONAS.length) / LED_BY_ONE)
  let next = PERSONAS.length
  return plain.map((unit) => {
    const persona = LEADERS[unit.code]
    if (persona !== undefined) return { ...unit, leader: persona }
    if (unit.code === ELECTED || leaders-- <= 0) return unit
    next += 1
    return { ...unit, leader: keyOf(next) }
  })
}

/** How many come in a year, six of a hundred; those after them are the substitutes of the summer. */
export function joinersOf(size: number): number {
  return Math.max(2, Math.ceil(size * 0.06))
}

export function keyOf(index: number): string {
  return PERSONAS[index - 1]?.key ?? `m${String(index).padStart(6, '0')}`
}

/** Whose key it is; `undefined` where it is none. */
export function indexOf(key: string): number | undefined {
  const index = PERSONA_INDEXES.get(key) ?? (/^m\d{6}$/.test(key) ? Number(key.slice(1)) : 0)
  return index > 0 && keyOf(index) === key ? index : undefined
}

const PERSONA_INDEXES = new Map(PERSONAS.map(({ key }, before) => [key, before + 1]))

function copiesOf([code, name, parent, weight, titles, kind]: Plan, size: number): Unit[] {
  const copies = kind === undefined ? 1 : Math.max(1, Math.round((size * weight) / 100 / PEOPLE_IN_A_UNIT))
  const base = {
    ...(parent === undefined ? {} : { parent }),
    titles: titles.split(', '),
    weight: weight / copies,
  }
  return Array.from({ length: copies }, (_, at) => ({
    ...base,
    code: at === 0 ? code : `${code}-${at + 1}`,
    name: at === 0 ? name : `${placeOf(at - 1)} ${kind}`,
  }))
}

function placeOf(at: number): string {
  const place = `${PLACES_BEGIN[at % 10]}${PLACES_END[Math.floor(at / 10) % 10]}`
  const round = Math.floor(at / 100)
  return round === 0 ? place : `${place} ${round + 1}`
}
