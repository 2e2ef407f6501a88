import { type RunInfo, shellWord } from '#harness'

type Started = Pick<RunInfo, 'command' | 'target' | 'profile' | 'strict'>

/** The command line that repeats some items of a run: the run's own words, with another selection. */
export function againLine(info: Started, ids: readonly string[]): string {
  // What a client sent cannot be sent again from here: another session has to be recorded.
  if (info.command[1] === 'serve') return info.command.map(shellWord).join(' ')
  const from = info.command.indexOf('simulate')
  const words =
    from >= 0
      ? simulated(info.command.slice(from), ids)
      : [...wordsOf(info), ...ids.flatMap((id) => ['--only', id])]
  return ['scim-test', ...words].map(shellWord).join(' ')
}

/** A play is repeated by its dialect and its scenario; whatever else is repeated with all plays. */
function simulated(words: readonly string[], ids: readonly string[]): string[] {
  const named = (option: string) => (words[words.indexOf(option) + 1] ?? '').split(',')
  const [dialects, scenarios] = [named('--dialect'), named('--scenario')]
  const [dialect = '', ...rest] = (ids.at(-1) ?? '').split('/')
  const scenario = rest.join('/')
  if (!dialects.includes(dialect) && !dialects.includes('all')) return [...words]
  // A file's name is not its scenario's.
  const isKnown = scenarios.includes(scenario) || scenarios.includes('all')
  return words.map((word, index) => {
    if (words[index - 1] === '--dialect') return dialect
    return words[index - 1] === '--scenario' && isKnown ? scenario : word
  })
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
