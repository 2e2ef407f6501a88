import type { SimulatorRequirement } from '../play.ts'

/** One request of the provider's own, and what became of it. */
interface Given extends Omit<Shape, 'addressed'> {
  /** `person kari`. */
  readonly object: string
  /** What the request addressed: attribute paths, `existence`, `members:kari`. */
  readonly attributes: readonly string[]
  readonly step: number
}

/** What many requests have in common. */
interface Shape {
  /** The attributes that the request addressed, joined. */
  readonly addressed: string
  /** What it strayed from; empty where it kept to the RFCs. */
  readonly departs: readonly string[]
  /** Whether accepting it and doing something else is lawful. */
  readonly mayBeReadOtherwise: boolean
  /** The status. */
  readonly answer: number
  readonly refused: boolean
  readonly why?: string
}

interface Footprint extends Shape {
  readonly object: string
  readonly step: number
}

const addresses = ({ addressed }: Shape, attribute: string): boolean => addressed.includes(`\n${attribute}\n`)

/** Numbers that are added one by one, four bytes each: there may be a million. */
class Column {
  private values: Int32Array
  private readonly otherwise: number

  /** @param otherwise what stands where nothing was set */
  constructor(otherwise = 0) {
    this.otherwise = otherwise
    this.values = new Int32Array(64).fill(otherwise)
  }

  get(index: number): number {
    return index < this.values.length ? (this.values[index] as number) : this.otherwise
  }

  set(index: number, value: number): void {
    if (index >= this.values.length) {
      const larger = new Int32Array(Math.max(this.values.length * 2, index + 1)).fill(this.otherwise)
      larger.set(this.values)
      this.values = larger
    }
    this.values[index] = value
  }
}

const NONE = -1
/** A line break before, between and behind them, so that one can be looked for. */
const joined = (attributes: readonly string[]): string =>
  attributes.length === 0 ? '' : `\n${attributes.join('\n')}\n`
/** Longer lists are of members, and hardly ever the same twice. */
const SHARED = 1_000

/** Footprints in columns: what most of them have in common is kept once. */
class Footprints {
  private count = 0
  private readonly steps = new Column()
  private readonly shapes = new Column()
  private readonly objects = new Column()
  /** The footprint before, of the same object. */
  private readonly before = new Column(NONE)
  private readonly atStep = new Column(NONE)
  /** Below 0: requests that never left the provider. */
  private readonly unsent = new Map<number, number>()
  private readonly names: string[] = []
  private readonly numbers = new Map<string, number>()
  private readonly last = new Column(NONE)
  private readonly known: Shape[] = []
  /** The cycle in which something about the object was as it should be, and the one in which it was so before. */
  private readonly right = new Column(NONE)
  private readonly rightBefore = new Column(NONE)
  private readonly numberOf = new Map<string, number>()

  add({ object, step, attributes, ...shape }: Given): void {
    const place = this.count++
    const number = this.numberOfObject(object)
    this.steps.set(place, step)
    this.shapes.set(place, this.numberOfShape({ ...shape, addressed: joined(attributes) }))
    this.objects.set(place, number)
    this.before.set(place, this.last.get(number))
    this.last.set(number, place)
    if (step >= 0) this.atStep.set(step, place)
    else this.unsent.set(step, place)
  }

  at(step: number): Footprint | undefined {
    const place = this.placeOf(step)
    return place === NONE ? undefined : this.footprint(place)
  }

  change(step: number, change: (shape: Shape) => Shape): void {
    const place = this.placeOf(step)
    if (place === NONE) return
    const shape = this.known[this.shapes.get(place)] as Shape
    this.shapes.set(place, this.numberOfShape(change(shape)))
  }

  confirm(object: string, cycle: number): void {
    const number = this.numberOfObject(object)
    const known = this.right.get(number)
    if (known === cycle) return
    this.rightBefore.set(number, known)
    this.right.set(number, cycle)
  }

  wasRight(object: string, cycle: number): boolean {
    const number = this.numbers.get(object)
    return number !== undefined && [this.right, this.rightBefore].some((each) => each.get(number) === cycle)
  }

  /** Those of an object, the last first. */
  *backwards(object: string): Generator<Footprint> {
    const number = this.numbers.get(object)
    if (number === undefined) return
    for (let place = this.last.get(number); place !== NONE; place = this.before.get(place))
      yield this.footprint(place)
  }

  private placeOf(step: number): number {
    return step >= 0 ? this.atStep.get(step) : (this.unsent.get(step) ?? NONE)
  }

  private footprint(place: number): Footprint {
    const shape = this.known[this.shapes.get(place)] as Shape
    return { ...shape, step: this.steps.get(place), object: this.names[this.objects.get(place)] as string }
  }

  private numberOfObject(object: string): number {
    const known = this.numbers.get(object)
    if (known !== undefined) return known
    this.numbers.set(object, this.names.length)
    return this.names.push(object) - 1
  }

  private numberOfShape(shape: Shape): number {
    if (shape.addressed.length > SHARED) return this.known.push(shape) - 1
    const key = JSON.stringify(shape)
    const known = this.numberOf.get(key)
    if (known !== undefined) return known
    this.numberOf.set(key, this.known.length)
    return this.known.push(shape) - 1
  }
}

/** Finds the request behind a difference. */
export class Trail {
  private readonly footprints = new Footprints()
  private cycle: number[] = []
  private latest = -1
  private began = -1
  private cycles = 0
  /** First writes of this cycle, by what they address. */
  private readonly firsts = new Map<string, Footprint | undefined>()

  begin(): void {
    this.cycle = []
    this.cycles += 1
  }

  /** All that was wrong by now has been said. */
  end(): void {
    this.began = this.latest
  }

  add(given: Given): void {
    this.footprints.add(given)
    this.firsts.clear()
    this.latest = Math.max(this.latest, given.step)
    if (given.refused) this.cycle.push(given.step)
  }

  /** Something about the object was read back and is as it should be. */
  confirm(object: string): void {
    this.footprints.confirm(object, this.cycles)
  }

  /** The step was a dead end, or stood in the way of what should have been written. */
  blame(step: number, attributes: readonly string[], why: string): void {
    if (!this.footprints.at(step)) return
    const more = joined(attributes)
    this.footprints.change(step, (old) => ({
      ...old,
      addressed: old.addressed === '' ? more : old.addressed + more.slice(1),
      refused: true,
      why,
    }))
    if (!this.cycle.includes(step)) this.cycle.push(step)
  }

  /** The answer was no success, but what the request wanted is so. */
  excuse(step: number): void {
    this.footprints.change(step, (old) => ({ ...old, refused: false }))
  }

  at(step: number | undefined): Footprint | undefined {
    return step === undefined ? undefined : this.footprints.at(step)
  }

  /**
   * The first request behind a difference. All was right after the last synchronisation, or it would have been said then:
   * so it is one of this cycle, if any was about the object. The first that was refused; or the last that addressed the
   * attribute; or, where none did, the first that wrote to the object at all, for it took along what it was not to touch.
   * Where none was about an object that was right before, one about another did it.
   */
  causeOf(object: string, attribute: string): number | undefined {
    const own = this.about(object)
    const isUntouched = !this.now(own).some(({ addressed }) => addressed !== '')
    const other =
      isUntouched && this.footprints.wasRight(object, this.cycles - 1)
        ? (this.firstAbout(attribute) ?? this.firstAbout(''))
        : undefined
    if (other) return other.step
    const addressing = own.filter((each) => addresses(each, attribute))
    const beside = this.now(own).find(({ addressed }) => addressed !== '')
    const created = own.find((each) => addresses(each, 'existence'))
    return (this.culprit(addressing) ?? beside ?? addressing.at(-1) ?? created ?? own[0])?.step
  }

  /** The same for one member of a group: others who came or left with a request of their own may have taken it along. */
  causeOfMember(object: string, member: string): number | undefined {
    const changes = this.now(this.about(object)).filter((each) => addresses(each, 'members'))
    const own = this.culprit(changes.filter((each) => addresses(each, member)))
    const others = changes.find(({ addressed }) => addressed.indexOf('\n', 1) < addressed.length - 1)
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

  /** The first write of this cycle that addressed an attribute, of whatever object; with '' the first of all. */
  private firstAbout(attribute: string): Footprint | undefined {
    if (this.firsts.has(attribute)) return this.firsts.get(attribute)
    let first: Footprint | undefined
    for (let step = this.began + 1; step <= this.latest && !first; step++) {
      const footprint = this.footprints.at(step)
      const isWrite = footprint !== undefined && footprint.addressed !== ''
      if (isWrite && (attribute === '' || addresses(footprint, attribute))) first = footprint
    }
    this.firsts.set(attribute, first)
    return first
  }

  /** The last request that could have changed the object. */
  lastWrite(object: string): number | undefined {
    for (const { addressed, step } of this.footprints.backwards(object)) if (addressed !== '') return step
    return undefined
  }

  /** Requests of this cycle that were refused. */
  refusals(): readonly Footprint[] {
    return this.cycle.flatMap((step) => this.footprints.at(step) ?? []).filter(({ refused }) => refused)
  }

  private about(object: string): Footprint[] {
    return [...this.footprints.backwards(object)].reverse()
  }

  requirementOf(step: number | undefined): SimulatorRequirement {
    const footprint = this.at(step)
    if (!footprint) return 'sim/converges'
    const lawful = footprint.refused || footprint.mayBeReadOtherwise
    if (footprint.departs.length > 0 && lawful) return 'sim/tolerates-habits'
    return footprint.refused ? 'sim/answers' : 'sim/converges'
  }

  /**
   * What is worth knowing about a step in a finding.
   *
   * @param object what the finding is about
   */
  describe(step: number | undefined, object?: string): string | undefined {
    const footprint = this.at(step)
    if (!footprint) return undefined
    const { refused, answer, departs, why } = footprint
    const isOther = object !== undefined && object !== footprint.object
    const parts = [
      ...(isOther
        ? [`nothing was sent about it since it was right: this was about ${footprint.object}`]
        : []),
      ...(why === undefined ? [] : [why]),
      ...(answer === 0 ? ['the request got no answer'] : []),
      ...(refused && answer >= 300 ? [`the request was answered ${answer}`] : []),
      ...(departs.length > 0 ? [`the request departs from ${[...new Set(departs)].join(', ')}`] : []),
    ]
    return parts.length > 0 ? parts.join('; ') : undefined
  }
}
