import { describe, expect, it } from 'vitest'
import { type Phrase, phraseText } from './phrases.ts'
import { en, isForeign, nb } from './wording.ts'

describe('phrases', () => {
  const phrases: readonly Phrase[] = [
    ['it is open', 'den er åpen'],
    ['no {name}, because {=why}', 'ingen {name}, fordi {=why}'],
    ['{.key} is missing', '{.key} mangler'],
    ['a (very) odd [text]', 'en pussig tekst'],
  ]
  const book = { phrases }

  it('are said in the other language, with what stands in them', () => {
    expect(phraseText('it is open', book)).toBe('den er åpen')
    expect(phraseText('a (very) odd [text]', book)).toBe('en pussig tekst')
    expect(phraseText('no PATCH, because kari is missing', book)).toBe('ingen PATCH, fordi kari mangler')
    expect(phraseText('no $& or {name}, because \nnobody knows', book)).toBe(
      'ingen $& or {name}, fordi \nnobody knows',
    )
  })

  it('stay as they are where nobody has translated them', () => {
    expect(phraseText('the whole of it is missing', book)).toBe('the whole of it is missing')
    expect(phraseText('IT IS OPEN', book)).toBe('IT IS OPEN')
    expect([isForeign('strange', book), isForeign('it is open', book), isForeign('', book)]).toEqual([
      true,
      false,
      false,
    ])
    expect(isForeign('strange', en)).toBe(false)
  })

  it('of another length than ours are not looked at', () => {
    const long = `no ${'x'.repeat(100_000)}, because it is open`
    expect(phraseText(long, book)).toBe(long)
  })

  it.each([
    [
      'the target has no resource type User and no Group',
      'målsystemet har verken ressurstypen User eller Group',
    ],
    [
      'sort is required by profile fiks, but /ServiceProviderConfig says sort.supported is false',
      'sort kreves av profilen fiks, men /ServiceProviderConfig sier at sort.supported er false',
    ],
    ['create person kari', 'opprett person kari'],
    ['read back group nurses', 'les tilbake gruppe nurses'],
    [
      'new user: 9 attributes, 2 members, active "False"',
      'ny bruker: 9 attributter, 2 medlemmer, active "False"',
    ],
    [
      'kari is still a member; the request was answered 400; the request departs from RFC 7644',
      'kari er fortsatt medlem; forespørselen ga 400; forespørselen avviker fra RFC 7644',
    ],
    ['join kari to nurses', 'kari kommer inn i nurses'],
  ])('in bokmål: %s', (english, norwegian) => expect(phraseText(english, nb)).toBe(norwegian))
})
