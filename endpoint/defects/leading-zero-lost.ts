import { isObject, type Json, type JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'leading-zero-lost',
  title: 'Digits are stored as a number: a leading zero is lost',
  breaks: ['RFC7643-2.3-02', 'RFC7643-2.3.1-01', 'fiks/F-28'],
  kernel: () => ({ keep: (resource) => numbered(resource) as JsonObject }),
})

function numbered(value: Json): Json {
  if (typeof value === 'string') return /^0\d+$/.test(value) ? Number(value) : value
  if (Array.isArray(value) || !isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, numbered(inner)]))
}
