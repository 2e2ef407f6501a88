import type { Faker } from '@faker-js/faker'
import { transliterate } from './transliterate.ts'

/** Which letters a person's names are made of: none but ASCII, some of `æøå`, or some of the Sámi letters. */
export type Spelling = 'any' | 'ascii' | 'norwegian' | 'sami'

export interface Names {
  readonly givenName: string
  readonly middleName?: string
  readonly familyName: string
}

/** Adjective and noun, the style of Tenor's names, so that a strange spelling is not taken for somebody. */
const POOLS = {
  norwegian: {
    given: ['Søvnig', 'Ærlig', 'Grønn', 'Sprø', 'Blåøyd', 'Kjærlig', 'Årvåken', 'Øm', 'Tålmodig', 'Bråkjekk'],
    family: [
      'Åkerbær',
      'Ørret',
      'Snøfonn',
      'Blåklokke',
      'Øyenstikker',
      'Gåsunge',
      'Kjøttmeis',
      'Bølgebryter',
    ],
  },
  sami: {
    given: ['Áhcefas', 'Čiegus', 'Žuolmmas', 'Ádjá', 'Giđđa', 'Šearrá', 'Áŋkkir', 'Duođalaš'],
    family: [
      'Ŋuorralas',
      'Šaldi',
      'Ruoŧŧačáhci',
      'Bårjås-Nåhppe',
      'Čáhcevárri',
      'Muohtaruoŧŧa',
      'Giđđabeaivváš',
    ],
  },
} as const
/** By turns, so that any five persons in a row have all spellings. */
const TURNS: readonly Spelling[] = ['any', 'norwegian', 'any', 'sami', 'any']
const MIDDLE_NAME_EVERY = 4
const ATTEMPTS = 100

/** Names of person `index`, drawn from `faker`; the `spelling` by turns unless one is asked for. */
export function drawNames(faker: Faker, index: number, spelling?: Spelling): Names {
  const chosen = spelling ?? TURNS[(index - 1) % TURNS.length] ?? 'any'
  const givenName = draw(chosen, 'given', faker)
  const familyName = draw(chosen, 'family', faker)
  if (index % MIDDLE_NAME_EVERY !== 0) return { givenName, familyName }
  return { givenName, middleName: draw(chosen === 'ascii' ? 'ascii' : 'any', 'family', faker), familyName }
}

function draw(spelling: Spelling, part: 'given' | 'family', faker: Faker): string {
  const fromFaker = () => (part === 'given' ? faker.person.firstName() : faker.person.lastName())
  if (spelling === 'any') return fromFaker()
  if (spelling === 'ascii') return firstAscii(fromFaker)
  return faker.helpers.arrayElement(POOLS[spelling][part])
}

function firstAscii(next: () => string): string {
  let name = next()
  for (let tries = 0; tries < ATTEMPTS && transliterate(name) !== name; tries++) name = next()
  return transliterate(name)
}
