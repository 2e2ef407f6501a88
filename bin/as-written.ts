/** Names as settings, profiles, checks, headers and variables have them: words of letters with few digits among them. */
const NAME = /^[A-Za-z][A-Za-z0-9]{0,23}(?:[-._/ ][A-Za-z0-9]{1,24}){0,6}\/?$/
const REQUIREMENT = /^RFC\d{4}-[\d.]+-\d+$/
const MOST_DIGITS = 3
const LONGEST = 64
const VARIABLE = /^[A-Z][A-Z0-9]{0,23}(?:_[A-Z0-9]{1,24}){0,6}$/
/** With folders, or an ending. */
const PATH = /^(?:[A-Za-z]:|~|\.{0,2})?(?:[\\/][\w. -]{1,64})+$|^[\w -]{1,40}\.[a-z0-9]{2,5}$/
const ADDRESS = /^(?:[a-z][a-z0-9+.-]{0,9}:\/{0,2})?[a-z0-9.-]{1,100}(?::\d{1,5})?(?:\/[\w.~-]{1,40})*\/?$/
const PORT_OR_IP = /\d{1,3}(?:\.\d{1,3}){3}|:\d{1,5}(?=\/|$)/g
const NOT_SHOWN = '…'

/**
 * What somebody wrote, for a message that says what is wrong with it: as it is where it looks like what was wanted, and
 * otherwise not at all. A token in the wrong place of a configuration must not end in the log of a build.
 */
export function asWritten(text: string, as: 'name' | 'variable' | 'path' | 'address' = 'name'): string {
  return text.length <= (as === 'name' ? LONGEST : 250) && LOOKS[as](text) ? text : NOT_SHOWN
}

const LOOKS: Readonly<Record<'name' | 'variable' | 'path' | 'address', (text: string) => boolean>> = {
  name: (text) => REQUIREMENT.test(text) || (NAME.test(text) && hasFewDigits(text) && isWords(text)),
  variable: (text) => VARIABLE.test(text) && hasFewDigits(text),
  path: (text) => PATH.test(text),
  address: (text) => ADDRESS.test(text) && /[.:/]/.test(text) && hasFewDigits(text.replace(PORT_OR_IP, '')),
}

/** Words begin with a capital now and then; what is made by chance changes its case every other letter. */
const isWords = (text: string) =>
  (text.match(/[a-z][A-Z]|[A-Za-z][0-9]/g) ?? []).length <= 2 + text.length / 12

const hasFewDigits = (text: string) => text.replace(/\D/g, '').length <= MOST_DIGITS
