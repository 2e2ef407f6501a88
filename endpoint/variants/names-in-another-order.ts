import { isObject, type Json } from '#scim'
import { rewritten, variant } from '../deviation.ts'

export default variant({
  id: 'names-in-another-order',
  title: 'The names in an object come in another order',
  because: 'RFC7643-2-01',
  around: (request, next) => rewritten(next(request), (body) => turned(body)),
})

function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, one]) => [name, turned(one)]),
  )
}
