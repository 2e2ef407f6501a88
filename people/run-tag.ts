/** Short enough that no run id can look like an identity number. */
const RUN_ID = /^[0-9a-z]{1,10}$/

/** What everything that a run creates carries in its name: `st-<run>`. */
export function runTag(run: string): string {
  return `st-${checkedRun(run)}`
}

/**
 * Whether a text carries the tag of this run, and not merely that of a run whose id begins alike. Letter case is
 * ignored, for targets fold it.
 */
export function carriesRun(text: string, run: string): boolean {
  const tag = runTag(run)
  const folded = text.toLowerCase()
  for (let at = folded.indexOf(tag); at >= 0; at = folded.indexOf(tag, at + 1)) {
    const beside = folded.slice(Math.max(0, at - 1), at) + folded.charAt(at + tag.length)
    if (!/[0-9a-z]/.test(beside)) return true
  }
  return false
}

/** @throws RangeError unless the run id is 1 to 10 lower-case ASCII letters and digits */
export function checkedRun(run: string): string {
  if (!RUN_ID.test(run)) {
    throw new RangeError(
      `expected a run id of 1 to 10 lower-case letters and digits, got ${JSON.stringify(run)}`,
    )
  }
  return run
}
