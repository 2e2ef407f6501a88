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
  const found = verdictOf(report, messages)
  return { ...found, caveats: caveatsOf(report, messages).filter((caveat) => caveat !== found.verdict) }
}

/** What the target got wrong stands, whatever else happened; only then come reasons for having no judgement. */
function verdictOf(report: Report, { run }: Messages): Pick<Headline, 'verdict' | 'tone'> {
  const { totals, interrupted, conforms, only, profile } = report
  if (report.subject === 'client') return verdictOnClient(report, run)
  if (conforms) {
    const sentence = only.length > 0 || report.shard ? run.conformsOnly : run.conforms
    return { verdict: sentence(profile.id), tone: 'good' }
  }
  if (totals.fail + totals.blocked > 0 || (report.strict && totals.warn > 0)) {
    return { verdict: run.fails(profile.id), tone: 'bad' }
  }
  if (totals.error > 0) return { verdict: run.error, tone: 'open' }
  return { verdict: interrupted ? run.interrupted : run.nothing, tone: 'open' }
}

/** A session in which the client did nothing shows nothing: it is neither good nor bad. */
function verdictOnClient(
  { totals, conforms, strict, profile }: Report,
  run: Messages['run'],
): Pick<Headline, 'verdict' | 'tone'> {
  if (conforms) return { verdict: run.clientConforms(profile.id), tone: 'good' }
  if (totals.fail > 0 || (strict && totals.warn > 0))
    return { verdict: run.clientFails(profile.id), tone: 'bad' }
  return { verdict: totals.error > 0 ? run.error : run.nothing, tone: 'open' }
}

function caveatsOf(report: Report, { run, gate }: Messages): string[] {
  const { profile, target, only, shard, strict, interrupted, totals, left, beside = [] } = report
  const [first] = beside
  return [
    ...(totals.error > 0 ? [run.faults(totals.error)] : []),
    ...(interrupted ? [run.interrupted] : []),
    ...profile.waived.map((what) => run.waived(what)),
    ...(only.length > 0 ? [run.only(only.join(', '))] : []),
    ...(shard ? [gate.shard(shard.index, shard.of)] : []),
    ...(strict ? [run.strict] : []),
    ...(left.length > 0 ? [run.left(left.length)] : []),
    ...(first
      ? [
          run.beside(
            beside.reduce((n, { times }) => n + times, 0),
            `${first.method} ${first.path}`,
          ),
        ]
      : []),
    ...(target.override ? [run.override(target.override)] : []),
  ]
}

/** `2 fail · 1 warning · 120 pass`: outcomes that occurred, worst first. */
export function countsText(report: Report, messages: Messages = en): string {
  return OUTCOMES.filter((outcome) => report.totals[outcome] > 0)
    .map((outcome) => messages.counted[outcome](report.totals[outcome]))
    .join(' · ')
}
