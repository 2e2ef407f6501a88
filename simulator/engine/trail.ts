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
  private readonly footprints: Footprint[] = []
  private cycleBegan = 0

  begin(): void {
    this.cycleBegan = this.footprints.length
  }

  add(footprint: Footprint): void {
    this.footprints.push(footprint)
  }

  /** The step was a dead end, or stood in the way of what should have been written. */
  blame(step: number, attributes: readonly string[], why: string): void {
    const index = this.footprints.findIndex((footprint) => footprint.step === step)
    const old = this.footprints[index]
    if (!old) return
    this.footprints[index] = { ...old, attributes: [...old.attributes, ...attributes], refused: true, why }
  }

  /** The answer was no success, but what the request wanted is so. */
  excuse(step: number): void {
    const index = this.footprints.findIndex((footprint) => footprint.step === step)
    const old = this.footprints[index]
    if (old) this.footprints[index] = { ...old, refused: false }
  }

  at(step: number | undefined): Footprint | undefined {
    return step === undefined ? undefined : this.footprints.find((footprint) => footprint.step === step)
  }

  /** The last request that addressed the attribute; failing that, the first that was about the object at all. */
  causeOf(object: string, attribute: string): number | undefined {
    const own = this.footprints.filter((footprint) => footprint.object === object)
    const addressed = own.findLast(({ attributes }) => attributes.includes(attribute))
    const created = own.find(({ attributes }) => attributes.includes('existence'))
    return (addressed ?? created ?? own[0])?.step
  }

  /** The last request that addressed exactly this. */
  addressed(object: string, attribute: string): number | undefined {
    return this.footprints.findLast((each) => each.object === object && each.attributes.includes(attribute))
      ?.step
  }

  /** The last request that could have changed the object. */
  lastWrite(object: string): number | undefined {
    return this.footprints.findLast((each) => each.object === object && each.attributes.length > 0)?.step
  }

  /** Requests of this cycle that were refused. */
  refusals(): readonly Footprint[] {
    return this.footprints.slice(this.cycleBegan).filter(({ refused }) => refused)
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
