/** What long lists and groups are cut at: nothing that is looked for goes across, unless a secret has just these characters. */
const BETWEEN = '},{'
const LONG = 8_192
/** Members of a group are some hundred letters each. What is longer hardly comes again, and would take much room. */
const SHORT = 1_024
const MOST = 20_000

/**
 * The same question, asked once of each piece of a long JSON text: a group with a thousand members is answered again after
 * each of them is added.
 *
 * @param isClean whether nothing in a text has to be hidden; asked anew of everything after `forget`
 */
export function rememberingClean(isClean: (jsonText: string) => boolean, secrets: ReadonlySet<string>) {
  const known = new Set<string>()
  const isKnownOrClean = (piece: string): boolean => {
    if (known.has(piece)) return true
    if (!isClean(piece)) return false
    if (piece.length > SHORT) return true
    if (known.size >= MOST) known.clear()
    // A copy: a slice would keep the whole text that it was cut from.
    known.add(Buffer.from(piece).toString())
    return true
  }
  const canBeCut = () => ![...secrets].some((secret) => secret.includes(BETWEEN))
  return {
    isClean: (jsonText: string): boolean =>
      jsonText.length < LONG || !canBeCut()
        ? isClean(jsonText)
        : jsonText.split(BETWEEN).every(isKnownOrClean),
    forget: (): void => known.clear(),
  }
}
