import { Column } from '../directory/column.ts'
import { Numbers } from '../directory/numbers.ts'
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
  /** The attributes that the request addressed, joined, but for single members. */
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
  /** How many attributes, and members, the request addressed. None: it wrote nothing. */
  readonly addressees: number
  /** @param attribute a path, `existence` or `members:kari` */
  addresses(attribute: string): boolean
}

const isWrite = ({ addressees }: Footprint): boolean => addressees > 0

const NONE = -1
/** A line break before, between and behind them, so that one can be looked for. */
const joined = (attributes: readonly string[]): string =>
  attributes.length === 0 ? '' : `\n${attributes.join('\n')}\n`
/** How many are joined. */
const countIn = (addressed: string): number => Math.max(0, addressed.split('\n').length - 2)

const MEMBER = 'members:'
/** Who was addressed is hardly ever the same twice, so members are not part of what requests have in common. */
const isMember = (attribute: string): boolean => attribute.startsWith(MEMBER)

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
  private readonly numbers: Numbers
  private readonly last = new Column(NONE)
  private readonly known: Shape[] = []
  /** The cycle in which something about the object was as it should be, and the one in which it was so before. */
  private readonly right = new Column(NONE)
  private readonly rightBefore = new Column(NONE)
  /** Members that requests addressed, each by the number of its attribute; a footprint has some in a row. */
  private readonly members = new Column()
  private membersCount = 0
  private readonly membersBegin = new Column()
  private readonly membersHere = new Column()
  private readonly memberNumbers: Numbers
  /** The last cycle in which a request about the object was on its way. */
  private readonly touched = new Column(NONE)
  private readonly numberOf = new Map<string, number>()

  /**
   * @param numbers of all objects: `person kari`
   * @param memberNumbers of keys of members
   */
  constructor(numbers: Numbers, memberNumbers: Numbers) {
    this.numbers = numbers
    this.memberNumbers = memberNumbers
  }

  add({ object, step, attributes, ...shape }: Given): void {
    const place = this.count++
    const number = this.numbers.of(object)
    this.steps.set(place, step)
    const others = attributes.filter((attribute) => !isMember(attribute))
    this.shapes.set(place, this.numberOfShape({ ...shape, addressed: joined(others) }))
    this.addMembers(place, attributes)
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

  /** False where the object was touched in this cycle before. */
  touch(object: string, cycle: number): boolean {
    const number = this.numbers.of(object)
    if (this.touched.get(number) === cycle) return false
    this.touched.set(number, cycle)
    return true
  }

  /** The request addressed more than was thought. */
  addTo(step: number, attributes: readonly string[]): void {
    const more = joined(attributes.filter((attribute) => !isMember(attribute)))
    this.change(step, (old) => ({
      ...old,
      addressed: old.addressed === '' ? more : old.addressed + more.slice(1),
    }))
    const place = this.placeOf(step)
    if (place !== NONE) this.addMembers(place, [...this.membersOf(place), ...attributes])
  }

  confirm(object: string, cycle: number): void {
    const number = this.numbers.of(object)
    const known = this.right.get(number)
    if (known === cycle) return
    this.rightBefore.set(number, known)
    this.right.set(number, cycle)
  }

  wasRight(object: string, cycle: number): boolean {
    const number = this.numbers.find(object)
    return number >= 0 && [this.right, this.rightBefore].some((each) => each.get(number) === cycle)
  }

  /** Those of an object, the last first. */
  *backwards(object: string): Generator<Footprint> {
    const number = this.numbers.find(object)
    if (number < 0) return
    for (let place = this.last.get(number); place !== NONE; place = this.before.get(place))
      yield this.footprint(place)
  }

  private placeOf(step: number): number {
    return step >= 0 ? this.atStep.get(step) : (this.unsent.get(step) ?? NONE)
  }

  private footprint(place: number): Footprint {
    const shape = this.known[this.shapes.get(place)] as Shape
    return {
      ...shape,
      step: this.steps.get(place),
      object: this.numbers.text(this.objects.get(place)),
      addressees: countIn(shape.addressed) + this.membersHere.get(place),
      addresses: (attribute) =>
        isMember(attribute)
          ? this.addressesMember(place, attribute)
          : shape.addressed.includes(`\n${attribute}\n`),
    }
  }

  private addMembers(place: number, attributes: readonly string[]): void {
    const members = attributes.filter(isMember)
    this.membersBegin.set(place, this.membersCount)
    this.membersHere.set(place, members.length)
    for (const member of members)
      this.members.set(this.membersCount++, this.memberNumbers.of(member.slice(MEMBER.length)))
  }

  private *membersOf(place: number): Generator<string> {
    const begin = this.membersBegin.get(place)
    for (let at = begin; at < begin + this.membersHere.get(place); at++)
      yield MEMBER + this.memberNumbers.text(this.members.get(at))
  }

  private addressesMember(place: number, attribute: string): boolean {
    const number = this.memberNumbers.find(attribute.slice(MEMBER.length))
    const begin = this.membersBegin.get(place)
    for (let at = begin; at < begin + this.membersHere.get(place); at++)
      if (this.members.get(at) === number) return true
    return false
  }

  private numberOfShape(shape: Shape): number {
    const key = JSON.stringify(shape)
    const known = this.numberOf.get(key)
    if (known !== undefined) return known
    this.numberOf.set(key, this.known.length)
    return this.known.push(shape) - 1
  }
}

/** Finds the request behind a difference. */
export class Trail {
  private readonly footprints: Footprints
  private cycle: number[] = []
  private latest = -1
  private began = -1
  private cycles = 0
  /** Objects of this cycle that a request was about. */
  private tried = 0
  /** First writes of this cycle, by what they address. */
  private readonly firsts = new Map<string, Footprint | undefined>()

  /**
   * @param objects numbers of all objects: `person kari`
   * @param members numbers of keys of members
   */
  constructor(objects = new Numbers(), members = new Numbers()) {
    this.footprints = new Footprints(objects, members)
  }

  begin(): void {
    this.cycle = []
    this.tried = 0
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

  /** Something is about to be sent about the object. */
  attempt(object: string): void {
    if (this.footprints.touch(object, this.cycles)) this.tried += 1
  }

  /** How many objects something was to be sent about in this cycle. */
  get objectsTried(): number {
    return this.tried
  }

  /** Something about the object was read back and is as it should be. */
  confirm(object: string): void {
    this.footprints.confirm(object, this.cycles)
  }

  /** The step was a dead end, or stood in the way of what should have been written. */
  blame(step: number, attributes: readonly string[], why: string): void {
    if (!this.footprints.at(step)) return
    this.footprints.addTo(step, attributes)
    this.footprints.change(step, (old) => ({ ...old, refused: true, why }))
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
    const isUntouched = !this.now(own).some(isWrite)
    const other =
      isUntouched && this.footprints.wasRight(object, this.cycles - 1)
        ? (this.firstAbout(attribute) ?? this.firstAbout(''))
        : undefined
    if (other) return other.step
    const addressing = own.filter((each) => each.addresses(attribute))
    const beside = this.now(own).find(isWrite)
    const created = own.find((each) => each.addresses('existence'))
    return (this.culprit(addressing) ?? beside ?? addressing.at(-1) ?? created ?? own[0])?.step
  }

  /** The same for one member of a group: others who came or left with a request of their own may have taken it along. */
  causeOfMember(object: string, member: string): number | undefined {
    const changes = this.now(this.about(object)).filter((each) => each.addresses('members'))
    const own = this.culprit(changes.filter((each) => each.addresses(member)))
    const others = changes.find(({ addressees }) => addressees > 1)
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
      if (footprint && isWrite(footprint) && (attribute === '' || footprint.addresses(attribute)))
        first = footprint
    }
    this.firsts.set(attribute, first)
    return first
  }

  /** The last request that could have changed the object. */
  lastWrite(object: string): number | undefined {
    for (const footprint of this.footprints.backwards(object)) if (isWrite(footprint)) return footprint.step
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
