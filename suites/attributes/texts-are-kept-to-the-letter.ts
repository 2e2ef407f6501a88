import { type Act, createdId, defineCheck, get, type Made } from '#check'
import type { Exchange, Json } from '#scim'
import { changing } from './claims.part.ts'
import { sentPlaces, sentTo, shownBy } from './full.part.ts'
import { bodyWith, isFree, isShown, type Place, placesOf, typesWith } from './places.part.ts'

/** What makes software that builds SQL, HTML, JSON or URLs from texts stumble. */
const TEXTS: readonly string[] = [
  'Råd & <b>tips</b> "her" &amp; &#229;',
  "O'Brien; -- %27 %41 {{7*7}} $HOME",
  'C:\\temp\\new \\u00e5',
  'ﬁn ½ Ⅷ ２',
  '  two blanks around, and  two inside  ',
  `${'lang tekst '.repeat(90)}slutt`,
]
/** Texts in which people may write what they like; the format of others is for the target to say. */
const FREE = [
  'displayName',
  'nickName',
  'title',
  'userType',
  'costCenter',
  'organization',
  'division',
  'department',
]
const isTried = ({ attribute, name }: Place) =>
  attribute.type === 'string' &&
  attribute.mutability === 'readWrite' &&
  attribute.uniqueness === 'none' &&
  !attribute.multiValued &&
  !attribute.canonicalValues?.length &&
  FREE.includes(name.slice(name.lastIndexOf(':') + 1)) &&
  isFree(attribute) &&
  isShown(attribute)
const TRIES = 8

type Text = readonly [Place, Json]

/** A target may refuse a text; what it takes it has to keep. */
async function create(act: Act, texts: readonly Text[]): Promise<Exchange[]> {
  const { of, send, endpoint, draft } = act
  const answers: Exchange[] = []
  const attempt = async (some: readonly Text[]): Promise<void> => {
    if (some.length === 0 || answers.length >= TRIES) return
    const answer = await send({
      method: 'POST',
      path: endpoint(of.name),
      body: draft(of.name, bodyWith(some)),
    })
    answers.push(answer)
    if (isMade(answer) || some.length === 1) return
    await attempt(some.slice(0, Math.ceil(some.length / 2)))
    await attempt(some.slice(Math.ceil(some.length / 2)))
  }
  await attempt(texts)
  return answers
}

const isMade = ({ response }: Exchange) => Math.trunc((response?.status ?? 0) / 100) === 2

function pathOf(answer: Exchange, endpoint: string): Made['path'] {
  return `${endpoint}/${encodeURIComponent(String(createdId(answer)))}`
}

/** Letter case where it does not matter, and the form of composed letters, are the target's. */
function plain(value: Json | undefined, { attribute }: Place): string {
  const text = String(value).replaceAll('\r\n', '\n').normalize('NFC')
  // Some letters have no single counterpart: in capitals a ligature comes apart.
  return attribute.caseExact ? text : text.toUpperCase().toLowerCase()
}

export default defineCheck({
  id: 'attributes/texts-are-kept-to-the-letter',
  title: 'A text comes back letter for letter',
  proves: ['RFC7643-2.3.1-01'],
  breaks:
    'Names that come back cut, trimmed or escaped, so that every cycle sees a difference: incident family W1',
  requests: () => 2 * TRIES,
  each: (facts) => typesWith(facts, isTried).filter(({ name }) => name === 'User'),

  async act(act) {
    const places = placesOf(act.facts, act.of.name).filter(isTried)
    const texts = TEXTS.flatMap((text, index): Text[] => {
      const place = places[index]
      return place ? [[place, text]] : []
    })
    const answers = (await create(act, texts)).filter(isMade)
    if (answers.length === 0) act.notOffered('the target takes none of the texts')
    const reads: Exchange[] = []
    for (const answer of answers) reads.push(await act.send(get(pathOf(answer, act.endpoint(act.of.name)))))
    return { answers, reads }
  },

  judge({ answers, reads }, claim, { facts, of }) {
    reads.forEach((read, index) => {
      const created = answers[index] as Exchange
      for (const place of sentPlaces(facts, of.name, created).filter(isTried)) {
        const expected = sentTo(created, place) as Json
        const actual = shownBy(read, place)
        const detail = { what: place.name, expected, actual }
        const same = plain(actual, place) === plain(expected, place)
        const trimmed = plain(actual, place).trim() === plain(expected, place).trim()
        claim('RFC7643-2.3.1-01', read).holds(
          same || trimmed,
          trimmed && !same ? { ...detail, reading: 'AMB-046/trimmed' } : detail,
        )
      }
    })
  },

  counterexample({ answers, reads }, { facts, of }) {
    const places = sentPlaces(facts, of.name, answers[0] as Exchange).filter(isTried)
    const wrong = (change: (text: string) => string) => ({
      answers,
      reads: reads.map((read) => changing(read, places, (value) => change(String(value)))),
    })
    return [
      wrong((text) => text.replaceAll('&', '&amp;')),
      wrong((text) => text.normalize('NFKC')),
      wrong((text) => text.slice(0, 255)),
    ]
  },
})
