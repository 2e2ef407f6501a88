import { existsSync } from 'node:fs'
import { journalFile, type Part, readJournal, type Unfinished } from '#harness'
import type { Play, Scenario } from '#simulator'
import type { ExitCode } from '../cli.ts'
import { parts } from '../messages/parts.ts'
import { createPlayFile, type KeptPlay, openPart, readPlayFile } from '../run/play-file.ts'
import type { Prepared } from '../run/prepare.ts'
import type { Settings } from '../run/settings.ts'
import { UsageError } from '../usage-error.ts'
import { version } from '../version.ts'
import type { Flags } from './options.ts'

/** What is to be played: names, with commas or one by one, or `all`. */
export interface Cast {
  readonly dialect: readonly string[]
  readonly scenario: readonly string[]
}

/** What is asked for on the command line, as far as it is said there. */
export interface Asked extends Partial<Cast> {
  /** File that keeps the play for a later part. */
  readonly state?: string
  /** After so many synchronisations this part is over. */
  readonly until?: number
  readonly resume?: boolean
}

/** A play that is kept in a file, so that another process can go on with it. */
export class PlayInParts {
  /** The command line with what the file keeps. */
  readonly flags: Flags
  readonly asked: Asked
  private readonly file: string
  private readonly kept: KeptPlay | undefined
  private readonly until: number | undefined

  /** @throws UsageError where the file cannot be used */
  constructor(flags: Flags, asked: Asked, file: string) {
    const { until, resume = false } = asked
    if (until !== undefined && !(Number.isInteger(until) && until > 0))
      throw new UsageError(parts().until(String(until)))
    if (!resume && existsSync(file)) throw new UsageError(parts().exists(file))
    this.file = file
    this.until = until
    this.kept = resume ? readPlayFile(file) : undefined
    const { head } = this.kept ?? {}
    this.flags = head ? { ...flags, ...takenUp(file, flags, head) } : flags
    this.asked = head ? { ...asked, ...castOf(asked, head) } : asked
  }

  /** The run that it belongs to; none where it only begins. */
  get run(): string | undefined {
    return this.kept?.head.run
  }

  /** @throws UsageError where the file and what is to be played do not go together */
  check(settings: Settings, plays: readonly Play[], scenarios: readonly Scenario[]): void {
    const { file, kept, until } = this
    const [play] = plays
    const [scenario] = scenarios
    if (settings.target === undefined) throw new UsageError(parts().noTarget)
    if (!play || !scenario || plays.length > 1) throw new UsageError(parts().onePlay(plays.length))
    const syncs = syncsIn(scenario)
    if (until !== undefined && until > syncs)
      throw new UsageError(parts().untilTooFar(until, scenario.id, syncs))
    if (!kept) return
    const { head } = kept
    if (settings.target !== head.target)
      throw new UsageError(parts().other(file, 'target', settings.target, head.target))
    if (play.id !== head.play) throw new UsageError(parts().otherPlay(file, head.play, play.id))
    const journal = journalFile(settings.out, head.run)
    if (!existsSync(journal)) throw new UsageError(parts().noJournal(file, journal))
    if (!settings.quiet) process.stderr.write(`${parts().resumes(head.play, kept.requests)}\n`)
  }

  /** @throws UsageError where the file cannot be written */
  open({ settings, run, units }: Prepared, cast: Cast, signal: AbortSignal): Part & { close(): void } {
    const { file, until } = this
    const { target, profile, seed } = settings
    const named = { dialect: cast.dialect.join(','), scenario: cast.scenario.join(',') }
    const play = units.plays[0]?.id ?? ''
    const begun = { program: version(), run, target, profile, seed, ...named, play }
    const journal = journalFile(settings.out, run)
    return openPart(this.kept ?? createPlayFile(file, begun), {
      journal,
      signal,
      ...(until === undefined ? {} : { until }),
    })
  }

  /** Says how to go on. @throws UsageError where the user has something to put right first */
  leave({ pause }: Unfinished, part: Part): ExitCode {
    const { file } = this
    switch (pause.kind) {
      case 'until': {
        const { length } = readJournal(part.journal).paths
        process.stdout.write(`${parts().paused(pause.synced, length, file)}\n`)
        return 0
      }
      case 'interrupted':
        process.stdout.write(`${parts().interrupted(file)}\n`)
        return 130
      case 'departs': {
        const { step, was, is } = pause
        const program = this.kept?.head.program ?? version()
        throw new UsageError(parts().departs(file, step, shortened(was), shortened(is), program))
      }
      case 'not kept':
        throw new UsageError(parts().notKept(file, pause.why))
    }
  }
}

/** The play in parts that is asked for, if one is. @throws UsageError */
export function playInParts(flags: Flags, asked: Asked): PlayInParts | undefined {
  if (asked.state !== undefined) return new PlayInParts(flags, asked, asked.state)
  if (asked.until !== undefined) throw new UsageError(parts().noState('--until'))
  if (asked.resume) throw new UsageError(parts().noState('--resume'))
  return undefined
}

const KEPT_FLAGS = ['seed', 'profile'] as const

/** What a play was begun with stays as it was: all that it made is named after it. */
function takenUp(file: string, flags: Flags, head: KeptPlay['head']): Flags {
  for (const name of KEPT_FLAGS) {
    const given = flags[name]
    if (given !== undefined && given !== head[name])
      throw new UsageError(parts().other(file, name, given, head[name]))
  }
  const { seed, profile, target } = head
  return { seed, profile, target: flags.target ?? target }
}

function castOf({ dialect, scenario }: Asked, head: KeptPlay['head']): Asked {
  return { dialect: dialect ?? [head.dialect], scenario: scenario ?? [head.scenario] }
}

function syncsIn({ timeline }: Scenario): number {
  let syncs = 0
  for (const { kind } of timeline) if (kind === 'sync') syncs += 1
  return syncs
}

const WIDEST = 300

const shortened = (text: string): string => (text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text)
