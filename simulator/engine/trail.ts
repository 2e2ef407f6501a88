import type { SimulatorRequirement } from '../play.ts'

/** One request of the provider's own, and what became of it. */
interface Footprint {
  /** `person kari`. */
  readonly object: string
  /** What the request addressed: attribute paths, `existence`, `members:kari`. */
  readonly attributes: readonly string[]
  readonly step: number
  /** What it strayed from; empty where it kept to the RFCs. */
  readonly departs: readonly string[]
  /** Whether accepting it and doing something else is lawful. */
  readonly mayBeReadOtherwise: boolean
  /** The status. */
  readonly answer: number
  readonly refused: boolean
  readonly why?: string
}

/** Finds the request behind a difference. */
export class Trail {
  private readonly byStep = new Map<number, Footprint>()
  /** Steps about an object, in order. */
  private readonly byObject = new Map<string, number[]>()
  private cycle: number[] = []
  private latest = -1
  private began = -1

  begin(): void {
    this.cycle = []
  }

  /** All that was wrong by now has been said. */
  end(): void {
    this.began = this.latest
  }

  add(footprint: Footprint): void {
    const { object, step } = footprint
    this.byStep.set(step, footprint)
    this.latest = Math.max(this.latest, step)
    const own = this.byObject.get(object)
    if (own) own.push(step)
    else this.byObject.set(object, [step])
    if (footprint.refused) this.cycle.push(step)
  }

  /** The step was a dead end, or stood in the way of what should have been written. */
  blame(step: number, attributes: readonly string[], why: string): void {
    const old = this.byStep.get(step)
    if (!old) return
    this.byStep.set(step, { ...old, attributes: [...old.attributes, ...attributes], refused: true, why })
    if (!this.cycle.includes(step)) this.cycle.push(step)
  }

  /** The answer was no success, but what the request wanted is so. */
  excuse(step: number): void {
    const old = this.byStep.get(step)
    if (old) this.byStep.set(step, { ...old, refused: false })
  }

  at(step: number | undefined): Footprint | undefined {
    return step === undefined ? undefined : this.byStep.get(step)
  }

  /**
   * The first request behind a difference. All was right after the last synchronisation, or it would have been said then:
   * so it is one of this cycle, if any was about the object. The first that was refused; or the last that addressed the
   * attribute; or, where none did, the first that wrote to the object at all, for it took along what it was not to touch.
   */
  causeOf(object: string, attribute: string): number | undefined {
    const own = this.about(object)
    const addressing = own.filter(({ attributes }) => attributes.includes(attribute))
    const beside = this.now(own).find(({ attributes }) => attributes.length > 0)
    const created = own.find(({ attributes }) => attributes.includes('existence'))
    return (this.culprit(addressing) ?? beside ?? addressing.at(-1) ?? created ?? own[0])?.step
  }

  /** The same for one member of a group: others who came or left with a request of their own may have taken it along. */
  causeOfMember(object: string, member: string): number | undefined {
    const changes = this.now(this.about(object)).filter(({ attributes }) => attributes.includes('members'))
    const own = this.culprit(changes.filter(({ attributes }) => attributes.includes(member)))
    const others = changes.find(({ attributes }) => attributes.length > 1)
    const cause = own ?? changes.find(({ refused }) => refused) ?? others ?? changes[0]
    return cause?.step ?? this.causeOf(object, member)
  }

  /** Of this cycle's requests the first that was refused, or the last. */
  private culprit(footprints: readonly Footprint[]): Footprint | undefined {
    const now = this.now(footprints)
    return now.find(({ refused }) => refused) ?? now.at(-1)
  }

  /** Those since the last synchronisation. What never left the provider counts as old. */
  private now(footprints: readonly Footprint[]): Footprint[] {
    return footprints.filter(({ step }) => step > this.began)
  }

  /** The last request that could have changed the object. */
  lastWrite(object: string): number | undefined {
    return this.about(object).findLast((each) => each.attributes.length > 0)?.step
  }

  /** Requests of this cycle that were refused. */
  refusals(): readonly Footprint[] {
    return this.cycle.flatMap((step) => this.byStep.get(step) ?? []).filter(({ refused }) => refused)
  }

  private about(object: string): Footprint[] {
    return (this.byObject.get(object) ?? []).flatMap((step) => this.byStep.get(step) ?? [])
  }

  requirementOf(step: number | undefined): SimulatorRequirement {
    const footprint = this.at(step)
    if (!footprint) return 'sim/converges'
    const lawful = footprint.refused || footprint.mayBeReadOtherwise
    if (footprint.departs.length > 0 && lawful) return 'sim/tolerates-habits'
    return footprint.refused ? 'sim/answers' : 'sim/converges'
  }

  /** What is worth knowing about a step in a finding. */
  describe(step: number | undefined): string | undefined {
    const footprint = this.at(step)
    if (!footprint) return undefined
    const { refused, answer, departs, why } = footprint
    const parts = [
      ...(why === undefined ? [] : [why]),
      ...(answer === 0 ? ['the request got no answer'] : []),
      ...(refused && answer >= 300 ? [`the request was answered ${answer}`] : []),
      ...(departs.length > 0 ? [`the request departs from ${[...new Set(departs)].join(', ')}`] : []),
    ]
    return parts.length > 0 ? parts.join('; ') : undefined
  }
}
