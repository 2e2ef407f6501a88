import type { ScimRequest } from '#scim'
import type { Conveyed, Values } from '../wire/attribute.ts'
import { equals } from '../wire/form.ts'

type Collection = '/Users' | '/Groups'

/** How a dialect looks for who has the same value, with headers that all its requests carry. */
export function finderWith(headers: Readonly<Record<string, string>>) {
  return (collection: Collection, attribute: Conveyed, values: Values): ScimRequest => {
    const filter = equals(attribute, String(values.get(attribute)))
    return { method: 'GET', path: upperFormQuery(collection, { filter }), headers }
  }
}

/** A query encoded as Go's `url.Values` and Python's `urlencode` do: a blank as `+`, escapes in capitals. */
export function upperFormQuery(path: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(parameters).toString()
  return `${path}?${query.replace(/\*/g, '%2A').replace(/%7E/g, '~')}`
}
