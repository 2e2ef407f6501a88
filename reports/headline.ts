import { en, type Messages, OUTCOMES } from '#harness'
import type { Report } from './model.ts'

export interface Headline {
  readonly verdict: string
  /** `good`, `bad`, or `open` where no judgement was possible. */
  readonly tone: 'good' | 'bad' | 'open'
  /** What a reader must know before believing the verdict: waivers, selection, strictness, override. */
  readonly caveats: readonly string[]
}

/** The verdict on the whole run as a sentence. */
export function headline(report: Report, messages: Messages = en): Headline {
  const { run } = messages
  const found = verdictOf(report, messages)
  return { ...found, caveats: caveatsOf(report, run).filter((caveat) => caveat !== found.verdict) }
}

/** What the target got wrong stands, whatever else happened; only then come reasons for having no judgement. */
function verdictOf(report: Report, { run }: Messages): Pick<Headline, 'verdict' | 'tone'> {
  const { totals, interrupted, conforms, only, profile } = report
  const to = run.to(profile.id)
  if (conforms) return { verdict: `${only.length > 0 ? run.conformsOnly : run.conforms} ${to}`, tone: 'good' }
  if (totals.fail + totals.blocked > 0 || (report.strict && totals.warn > 0)) {
    return { verdict: `${run.fails} ${to}`, tone: 'bad' }
  }
  if (totals.error > 0) return { verdict: run.error, tone: 'open' }
  return { verdict: interrupted ? run.interrupted : run.nothing, tone: 'open' }
}

function caveatsOf(report: Report, run: Messages['run']): string[] {
  const { profile, target, only, strict, interrupted, totals, left } = report
  return [
    ...(totals.error > 0 ? [run.faults(totals.error)] : []),
    ...(interrupted ? [run.interrupted] : []),
    ...profile.waived.map((what) => run.waived(what)),
    ...(only.length > 0 ? [run.only(only.join(', '))] : []),
    ...(strict ? [run.strict] : []),
    ...(left.length > 0 ? [run.left(left.length)] : []),
    ...(target.override ? [run.override(target.override)] : []),
  ]
}

/** `2 fail · 1 blocked · 120 pass`: outcomes that occurred, worst first. */
export function countsText(report: Report, messages: Messages = en): string {
  return OUTCOMES.filter((outcome) => report.totals[outcome] > 0)
    .map((outcome) => `${report.totals[outcome]} ${messages.outcome[outcome]}`)
    .join(' · ')
}
