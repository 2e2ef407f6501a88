import { transliterate } from '#people'
import { numberFrom } from '../wire/hash.ts'

export interface Name {
  readonly givenName: string
  readonly middleName?: string
  readonly familyName: string
  /** What a user name is made of: ASCII, small letters, with a number behind where somebody has the name already. */
  readonly slug: string
}

/** Adjective and noun, so that nobody takes one of them for somebody. None is the name of a persona. */
const GIVEN =
  'Blid Klok Snill Munter Glad Sprek Lystig Driftig Våken Stille Varm Lett Frisk Skarp Mild Fin Kry Tøff Øm Årvåken ' +
  'Tålmodig Blåøyd Kjærlig Bråkjekk Sprø Høflig Trofast Nøysom Nysgjerrig Oppvakt Omtenksom Ordknapp Pratsom Raus ' +
  'Romslig Rund Rødkinnet Seig Smidig Smørblid Solfylt Spinkel Staut Sterk Stødig Søt Tapper Uredd Utholdende ' +
  'Viljesterk Vimsete Værbitt Ydmyk Yr Ærekjær Åpen Kløktig Kvass Lydhør'
const FAMILY_BEGINS =
  'Fjell Snø Blå Sjø Øyen Furu Bjørke Måne Sol Lyng Myr Nord Gran Røys Kjerr Gåse Åker Elve Foss Dal Strand Hav Skjær ' +
  'Stein Vind Regn Tåke Ulve Reve Hare Orre Lakse Torske Bringe Nøtte Kongle Mose Lav Bregne Sølv'
const FAMILY_ENDS =
  'klokke stikker skrike bryter skinn bær meis fonn gnist blomst hatt sko fjær vinge hale snute pote rot blad gren ' +
  'kvist topp sti spor lykt trapp dør vindu kopp krukke kurv sekk båt åre seil garn krok boks ring perle'
const SAMI_GIVEN = 'Giđđa Šearrá Áŋkkir Duođalaš Čeahppi Váibmil Jaskes Ŋálgi Žiŋal Loaiddas'
const SAMI_BEGINS = 'Čáhce Muohta Giđđa Šearrá Ruoŧŧa Duottar Báhkka Ŋuorra Geađge Áhku'
const SAMI_ENDS = 'várri čáhci beaivváš niitu jávri muorra geađgi ŋárga čohkka šaddu'

interface Pool {
  readonly given: readonly string[]
  readonly family: readonly string[]
  /** Has no factor in common with the number of pairs, so that every pair comes once before any comes again. */
  readonly stride: number
}

const POOLS = {
  norwegian: poolOf(GIVEN, FAMILY_BEGINS, FAMILY_ENDS, 7_919),
  sami: poolOf(SAMI_GIVEN, SAMI_BEGINS, SAMI_ENDS, 337),
}

const SAMI_EVERY = 20
const TWIN_EVERY = 100
const DOUBLE_EVERY = 12
const MIDDLE_EVERY = 8

/**
 * The name of person `index`, from 1: it follows from seed and index alone, and no two people have the same slug. One in
 * a hundred has the name of the person before; one in twenty has a Sámi name, one in twelve a double surname, one in
 * eight a middle name.
 */
export function nameOf(seed: string, index: number): Name {
  const isTwin = index % TWIN_EVERY === TWIN_EVERY - 1
  const slot = isTwin ? index - 1 : index
  const pool = slot % SAMI_EVERY === 7 ? POOLS.sami : POOLS.norwegian
  const pairs = pool.given.length * pool.family.length
  const pair = (slot * pool.stride + numberFrom(`${seed} names`, pairs)) % pairs
  const givenName = pool.given[pair % pool.given.length] as string
  const first = pool.family[Math.floor(pair / pool.given.length)] as string
  const familyName = slot % DOUBLE_EVERY === 5 ? doubled(seed, slot, first) : first
  // Pairs come round again: whoever has the name for the second time gets a higher number, and so does the twin.
  const times = 2 * Math.floor(slot / pairs) + (isTwin ? 2 : 1)
  const slug = slugOf(givenName, familyName) + (times > 1 ? String(times) : '')
  if (index % MIDDLE_EVERY !== 3) return { givenName, familyName, slug }
  return { givenName, middleName: familyNameOf(seed, index, 'middle'), familyName, slug }
}

/** Another family name: by marriage, as a middle name, or as the second half of a double one. */
export function familyNameOf(seed: string, index: number, what: string): string {
  const { family } = POOLS.norwegian
  return family[numberFrom(`${seed} ${what} ${index}`, family.length)] as string
}

function doubled(seed: string, slot: number, first: string): string {
  const second = familyNameOf(seed, slot, 'second')
  return second === first ? first : `${first}-${second}`
}

function slugOf(...names: string[]): string {
  return names.map((name) => name.split('-').map(asciiOf).join('-')).join('.')
}

/** Of the words of all names, of which there are not many. */
const ascii = new Map<string, string>()

function asciiOf(word: string): string {
  const known = ascii.get(word)
  if (known !== undefined) return known
  const made = transliterate(word)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '')
  ascii.set(word, made)
  return made
}

function poolOf(given: string, begins: string, ends: string, stride: number): Pool {
  const family = begins.split(' ').flatMap((begin) => ends.split(' ').map((end) => begin + end))
  return { given: given.split(' '), family, stride }
}
