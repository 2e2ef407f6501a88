import type { Faker } from '@faker-js/faker'
// The locale's own door: the package's main door loads every language, which takes five times as long.
import { faker as shared } from '@faker-js/faker/locale/nb_NO'
import { drawNames, type Names, type Spelling } from './names.ts'
import { checkedRun, runTag } from './run-tag.ts'
import { syntheticBirth } from './synthetic-birth.ts'
import { transliterate } from './transliterate.ts'

/** A synthetic person: names by faker, everything else such that it cannot belong to anybody. */
export interface Person {
  /** Stable within the run and unique: `st-<run>-0001`. Fit for `externalId`. */
  readonly key: string
  readonly givenName: string
  readonly middleName?: string
  readonly familyName: string
  /** Given and family name. */
  readonly displayName: string
  /** All names, for `name.formatted`. */
  readonly formatted: string
  /** E-mail shaped, ASCII, lower case, at most 64 characters before the `@`; carries the run. */
  readonly userName: string
  /** The same as `userName`, as many targets demand. */
  readonly email: string
  /** E.164 (`+47` and eight digits), in a series that reaches nobody. */
  readonly phone: string
  readonly title: string
  readonly department: string
  /** `yyyy-mm-dd`, 1950 to 2004. */
  readonly birthDate: string
  /** Tenor series (month + 80), 1964 rule. */
  readonly nationalId: string
  readonly run: string
  /** From 1. */
  readonly index: number
}

export interface PersonOptions {
  /** A D-number instead of a fødselsnummer. */
  readonly dnr?: boolean
  /** Letters of the names; without it they take turns. */
  readonly spelling?: Spelling
}

export interface People {
  readonly run: string
  /** Person number `index`, from 1: the same whoever was asked for before. @throws RangeError below 1 */
  person(index: number, options?: PersonOptions): Person
  /** The next one not yet taken by `next`. */
  next(options?: PersonOptions): Person
}

const DOMAIN = 'scim-test.example'
/** A change here makes old runs irreproducible. */
const LAST_SHIFT = 20_088
const TITLES = [
  'Adjunkt',
  'Barnehagelærer',
  'Brannkonstabel',
  'Fagarbeider',
  'Helsefagarbeider',
  'IKT-rådgiver',
  'Renholder',
  'Saksbehandler',
  'Sykepleier',
  'Virksomhetsleder',
]
const DEPARTMENTS = [
  'Bibliotek',
  'Byggesak',
  'Eiendom',
  'Helse og velferd',
  'Hjemmetjenesten',
  'IKT',
  'Kultur',
  'Oppvekst',
  'Servicetorget',
  'Økonomi',
]

/**
 * The people of one run. Names, dates and numbers follow from `seed` and the person's index alone; `run` goes into `key`,
 * `userName` and `email` only. No two persons of one `createPeople` share a `key`, `userName` or `nationalId`.
 *
 * @throws RangeError where `run` is not 1 to 10 lower-case letters and digits
 */
export function createPeople(seed: string | number, run: string): People {
  checkedRun(run)
  const faker = ownFaker()
  const letters = Array.from(String(seed), (letter) => letter.codePointAt(0) ?? 0)
  const seeded = (index: number) => {
    faker.seed([...letters, index])
    return faker
  }
  const shift = seeded(0).number.int(LAST_SHIFT)
  const turn = faker.number.int(999)
  const person = (index: number, options: PersonOptions = {}): Person => {
    if (!Number.isSafeInteger(index) || index < 1) throw new RangeError(`persons count from 1, got ${index}`)
    const names = drawNames(seeded(index), index, options.spelling)
    const { birthDate, number } = syntheticBirth(index, shift, turn)
    const known = { ...identity(names, index, run), birthDate }
    let found: Work | undefined
    const work = () => {
      found ??= workOf(seeded(index))
      return found
    }
    const employed = withLazy(
      withLazy(known, 'title', () => work().title),
      'department',
      () => work().department,
    )
    return withLazy(employed, 'nationalId', () => number({ dnr: options.dnr }))
  }
  let taken = 0
  return { run, person, next: (options) => person(++taken, options) }
}

/** Never the shared instance: whoever else draws from that one would change our people. */
function ownFaker(): Faker {
  const Own = shared.constructor as typeof Faker
  return new Own({ locale: shared.rawDefinitions })
}

/** A number takes longer to find than all the rest, and most people are never asked for it or for their work. */
function withLazy<T extends object, K extends string>(
  known: T,
  name: K,
  find: () => string,
): T & Record<K, string> {
  let found: string | undefined
  const get = () => {
    found ??= find()
    return found
  }
  return Object.defineProperty(known, name, { enumerable: true, get }) as T & Record<K, string>
}

function identity(names: Names, index: number, run: string) {
  const key = `${runTag(run)}-${String(index).padStart(4, '0')}`
  const userName = `${[key, slug(names.givenName), slug(names.familyName)].join('.')}@${DOMAIN}`
  const displayName = `${names.givenName} ${names.familyName}`
  const formatted = [names.givenName, names.middleName, names.familyName].filter(Boolean).join(' ')
  return { key, ...names, displayName, formatted, userName, email: userName, phone: phone(index), run, index }
}

function slug(name: string): string {
  const dashed = transliterate(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return dashed.slice(0, 16).replace(/^-|-$/g, '')
}

/**
 * Norway has no numbers set aside for fiction. Nkom's numbering plan keeps everything under 01 for future changes to the
 * plan itself, so nobody has such a number. TRADE: a target that checks phone numbers against the plan may refuse it.
 */
function phone(index: number): string {
  return `+4701${String(index % 1_000_000).padStart(6, '0')}`
}

type Work = Pick<Person, 'title' | 'department'>

function workOf(faker: Faker): Work {
  return { title: faker.helpers.arrayElement(TITLES), department: faker.helpers.arrayElement(DEPARTMENTS) }
}
