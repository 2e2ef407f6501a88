import { CHANGES, type Change, type ChangeKind, type Comparison, compare, safeText } from '#harness'
import type { ExitCode } from '../cli.ts'
import { gate } from '../messages/gate.ts'
import { spoken } from '../messages/spoken.ts'
import { type Outcomes, readOutcomes } from '../outcomes.ts'
import { failOnOf } from '../run/gating.ts'

export interface DiffFlags {
  readonly before: string
  readonly after: string
  readonly json?: boolean | undefined
  readonly failOn?: string | undefined
}

const DIFF_VERSION = 1

/** `scim-test diff A B`: what turned red, and everything else that is not as it was. Exit code 1 for what is worse. */
export async function diffCommand(flags: DiffFlags): Promise<ExitCode> {
  const [before, after] = [readOutcomes(flags.before), readOutcomes(flags.after)]
  const { failOn = 'blocked' } = failOnOf(flags.failOn)
  const comparison = compare(before, after, failOn === 'never' ? 'blocked' : failOn)
  process.stdout.write(flags.json ? asJson(before, after, comparison) : asText(before, after, comparison))
  return comparison.regressed && failOn !== 'never' ? 1 : 0
}

function asJson(before: Outcomes, after: Outcomes, comparison: Comparison): string {
  const of = ({ file, target, profile, strict }: Outcomes) => ({ file, target, profile, strict })
  const diff = { version: DIFF_VERSION, before: of(before), after: of(after), ...comparison }
  return `${JSON.stringify(diff, null, 2)}\n`
}

function asText(before: Outcomes, after: Outcomes, comparison: Comparison): string {
  const { changes, same, untried, regressed } = comparison
  const groups = CHANGES.flatMap((kind) => group(kind, changes))
  const bad = changes.filter(({ change }) => change === 'red' || change === 'worse').length
  const lines = [
    ...differencesIn(before, after),
    ...groups,
    gate().diffSame(same),
    ...(untried > 0 ? [gate().diffUntried(untried)] : []),
    regressed ? gate().diffCount(bad) : gate().diffNothing,
  ]
  return `${lines.join('\n')}\n`
}

function group(kind: ChangeKind, changes: readonly Change[]): string[] {
  const those = changes.filter(({ change }) => change === kind)
  if (those.length === 0) return []
  const { diffRed, diffWorse, diffGreen, diffBetter, diffNew, diffGone } = gate()
  const heads = {
    red: diffRed,
    worse: diffWorse,
    green: diffGreen,
    better: diffBetter,
    new: diffNew,
    gone: diffGone,
  }
  return [`${heads[kind]} (${those.length})`, ...those.map(line), '']
}

function line({ id, from, to, breaks }: Change): string {
  const { outcome } = spoken()
  const steps = [from, to].flatMap((one) => (one ? [outcome[one]] : []))
  const also = breaks.length > 0 && from === to ? `: ${gate().diffBreaks(breaks.join(', '))}` : ''
  return `  ${safeText(id)}  ${steps.join(' → ')}${also}`
}

/** Two runs of different targets or bars can be compared; whoever reads it should know. */
function differencesIn(before: Outcomes, after: Outcomes): string[] {
  const lines = (['target', 'profile', 'strict'] as const).flatMap((what) =>
    before[what] === after[what]
      ? []
      : [gate().diffOther(what, safeText(String(before[what])), safeText(String(after[what])))],
  )
  return lines.length > 0 ? [...lines, ''] : []
}
