import { asWritten } from '../as-written.ts'
import type { LoadedProfile } from '../load.ts'
import { parameterMessages } from '../messages/parameters.ts'
import { didYouMean, UsageError } from '../usage-error.ts'

type Values = Readonly<Record<string, string>>

/** @throws UsageError for what is not of the form `name=value` */
export function parseParameters(lines: readonly string[]): Values {
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=')
      if (at < 1) throw new UsageError(parameterMessages().form(asWritten(line)))
      return [line.slice(0, at), line.slice(at + 1)]
    }),
  )
}

/**
 * The parameters that the profiles of a run have, each with the value that was given or the usual one.
 *
 * @throws UsageError for one that no profile has, and for a value that it does not take
 */
export function parametersOf(given: Values, profiles: readonly LoadedProfile[]): Values {
  const known = new Map(
    profiles.flatMap(({ profile }) => profile.parameters ?? []).map((one) => [one.name, one]),
  )
  for (const [name, value] of Object.entries(given)) {
    const parameter = known.get(name)
    const names = [...known.keys()]
    const profile = profiles[0]?.profile.id ?? ''
    if (!parameter)
      throw new UsageError(
        parameterMessages().unknown(profile, asWritten(name), didYouMean(name, names), names),
      )
    if (!parameter.values.includes(value))
      throw new UsageError(parameterMessages().value(name, asWritten(value), parameter.values))
  }
  return Object.fromEntries([...known.values()].map(({ name, values }) => [name, given[name] ?? values[0]]))
}
