import { type RunInfo, shellWord } from '#harness'

type Started = Pick<RunInfo, 'command' | 'target' | 'profile' | 'strict'>

/** The command line that repeats some items of a run: the run's own words, with another selection. */
export function againLine(info: Started, ids: readonly string[]): string {
  const words = [...wordsOf(info), ...ids.flatMap((id) => ['--only', id])]
  return ['scim-test', ...words].map(shellWord).join(' ')
}

/** The run's own command, or one that comes to the same where the report was made by another command. */
function wordsOf({ command, target, profile, strict }: Started): string[] {
  const from = command.indexOf('run')
  if (from >= 0) return withoutSelection(command.slice(from))
  const where = target.embedded ? [] : ['--target', target.base]
  return ['run', ...where, '--profile', profile.id, ...(strict ? ['--strict'] : [])]
}

/** `--only` may have several values behind it, up to the next option. */
function withoutSelection(words: readonly string[]): string[] {
  let selects = false
  return words.filter((word) => {
    if (word.startsWith('--')) selects = word === '--only' || word.startsWith('--only=')
    return !selects
  })
}
