import type { Act, Facts, Made } from '#check'
import { type Exchange, isObject, type Json, type JsonObject, member } from '#scim'
import { bodyWith, isFree, type Place, placesOf, valueAt } from './places.part.ts'
import { sampleAt } from './samples.part.ts'

/** Requests to find out what a target takes when it does not take all of it. They are shared by all checks. */
const TRIES = 20

/** The attributes of a type that a client can fill in, less those by which it is known. */
function freePlaces(facts: Facts, type: string): Place[] {
  return placesOf(facts, type).filter(
    ({ attribute, name }) => isFree(attribute) && name.toLowerCase() !== 'username',
  )
}

/** A value for each of the places. */
export function filled(places: readonly Place[], mark: string, n = 0): JsonObject {
  return bodyWith(places.map((place) => [place, sampleAt(place, mark, n)] as const))
}

interface Full {
  readonly made: Made
  /** What the target took a value for. */
  readonly places: readonly Place[]
}

/**
 * A resource with a value for every attribute that its schema lets clients set, shared by the checks that only read it.
 * A target may refuse a value for reasons that no schema tells, so what it refuses is left out, found by halving.
 */
export async function sharedFull(act: Act, wanted: (place: Place) => boolean = () => true): Promise<Full> {
  const type = act.of.name
  let tries = 0
  let best: Full | undefined
  const attempt = async (places: readonly Place[]): Promise<Full | string> => {
    const mark = act.sharedMark(tries === 0 ? 'full' : `full${tries}`)
    tries++
    try {
      return { made: await act.shared(type, filled(places, mark)), places }
    } catch (error) {
      return complaintIn(act, error)
    }
  }
  const extend = async (more: readonly Place[]): Promise<void> => {
    if (more.length === 0 || tries >= TRIES) return
    const grown = await attempt([...(best?.places ?? []), ...more])
    if (typeof grown !== 'string') best = grown
    else if (more.length > 1)
      for (const some of withoutBlamed(more, grown) ?? halves(more)) await extend(some)
  }
  await extend(freePlaces(act.facts, type))
  if (!best) return act.blocked(`the target takes no ${type} with any of the values that its schemas allow`)
  if (!best.places.some(wanted))
    return act.notOffered(`the target took no value for any attribute of ${type} that this is about`)
  return best
}

/** What the target says of a refusal; passes on what is no refusal of a value. */
function complaintIn(act: Act, error: unknown): string {
  const { outcome, exchange } = error as { outcome?: string; exchange?: Exchange }
  if (outcome !== 'blocked' || !exchange) throw error
  const status = exchange.response?.status ?? 0
  if ([401, 403, 404, 405, 501].includes(status) && !['User', 'Group'].includes(act.of.name))
    act.notOffered(`the target does not let clients create a ${act.of.name} (${status})`)
  return String(member(exchange.response?.body, 'detail') ?? '')
}

/** What is left without the attributes that a complaint names; nothing where it names none, or all. */
function withoutBlamed(places: readonly Place[], complaint: string): Place[][] | undefined {
  const words = new Set(complaint.match(/[A-Za-z][\w$-]*/g))
  const left = places.filter(({ attribute }) => !words.has(attribute.name))
  return left.length > 0 && left.length < places.length ? [left] : undefined
}

function halves<Item>(items: readonly Item[]): Item[][] {
  const middle = Math.ceil(items.length / 2)
  return [items.slice(0, middle), items.slice(middle)]
}

/** The same resource made for one check alone, to be written to. */
export async function ownFull(act: Act, wanted?: (place: Place) => boolean): Promise<Full> {
  const { places } = await sharedFull(act, wanted)
  return { made: await act.given(act.of.name, filled(places, act.mark('own'))), places }
}

/** What an exchange sent, or what a read after it shows, by place. */
export function sentTo({ request }: Exchange, place: Place): Json | undefined {
  return valueAt(request.body, place)
}

export function shownBy({ response }: Exchange, place: Place): Json | undefined {
  return valueAt(response?.body, place)
}

/** The places that were sent a value. */
export function sentPlaces(facts: Facts, type: string, exchange: Exchange): Place[] {
  return placesOf(facts, type).filter((place) => sentTo(exchange, place) !== undefined)
}

export const bodyIn = (exchange: Exchange): JsonObject => {
  const body = exchange.response?.body
  return isObject(body) ? body : {}
}
