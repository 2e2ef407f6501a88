import type { Claims, RequirementId } from '#check'
import { answering, type Exchange, isObject, type Json, type JsonObject } from '#scim'
import { bodyIn, sentTo, shownBy } from './full.part.ts'
import { isKept, spoilt } from './kept.part.ts'
import { type Place, withValueAt } from './places.part.ts'

/** Each place shows what was sent. One claim for each, named after the attribute. */
export function claimKept<Row extends RequirementId>(
  claim: Claims<Row>,
  row: Row,
  places: readonly Place[],
  { sent, shown }: { readonly sent: Exchange; readonly shown: Exchange },
): void {
  for (const place of places) {
    const expected = sentTo(sent, place) as Json
    const actual = shownBy(shown, place)
    claim(row, shown).holds(isKept(expected, actual, place.attribute), { what: place.name, expected, actual })
  }
}

/** The answer with another value in each of the places, or with none. */
export function spoiling(exchange: Exchange, places: readonly Place[]): Exchange {
  return changing(exchange, places, (value) => (value === undefined ? 'spoilt' : spoilt(value)))
}

export function emptying(exchange: Exchange, places: readonly Place[]): Exchange {
  return changing(exchange, places, () => undefined)
}

export function changing(
  exchange: Exchange,
  places: readonly Place[],
  change: (value: Json | undefined, place: Place) => Json | undefined,
): Exchange {
  const body = places.reduce<JsonObject>(
    (resource, place) => withValueAt(resource, place, change(shownBy(exchange, place), place)),
    bodyIn(exchange),
  )
  return answering(exchange, { status: 200, body })
}

/** One resource as the only one of a list. */
export function onlyIn(list: Exchange, resource: JsonObject): Exchange {
  const body = list.response?.body
  return answering(list, {
    status: 200,
    body: { ...(isObject(body) ? body : {}), totalResults: 1, Resources: [resource] },
  })
}

/** The one resource of a list as an answer of its own. */
export function firstOf(list: Exchange): Exchange {
  const resources = bodyIn(list).Resources
  const [first] = Array.isArray(resources) ? resources.filter(isObject) : []
  return answering(list, { body: first ?? {} })
}
