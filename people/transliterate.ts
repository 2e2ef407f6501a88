/** Letters that do not decompose into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ŋ: 'n',
  ŧ: 't',
  Æ: 'Ae',
  Ø: 'O',
  Đ: 'D',
  Ŋ: 'N',
  Ŧ: 'T',
}

/**
 * A name in ASCII as Norwegian user names are commonly made: `æ` becomes `ae`, `ø` `o`, `å` `a`, `đ` `d`, `ŋ` `n`,
 * `ŧ` `t`, other marks are dropped, and so is what is still not ASCII.
 */
export function transliterate(name: string): string {
  const replaced = name.normalize('NFC').replace(/[æøđŋŧÆØĐŊŦ]/g, (letter) => LETTERS[letter] ?? '')
  return replaced.normalize('NFD').replace(/[^\x20-\x7e]/g, '')
}
