import { isObject, type Json } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'attribute-one-type-per-value',
  title: 'An address that comes under several types is kept under the first',
  because: 'RFC7643-2.4-10',
  kernel: (plain) => ({
    keep: (resource, model, before, given) => {
      const kept = plain.keep(resource, model, before, given)
      return Array.isArray(kept.emails) ? { ...kept, emails: kept.emails.filter(isFirst) } : kept
    },
  }),
})

function isFirst(email: Json, index: number, all: Json[]): boolean {
  const textOf = (one: Json | undefined) => (isObject(one) ? one.value : undefined)
  return textOf(email) === undefined || all.findIndex((one) => textOf(one) === textOf(email)) === index
}
