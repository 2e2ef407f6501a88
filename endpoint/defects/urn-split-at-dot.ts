import type { Json } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'urn-split-at-dot',
  title: 'The URN of an extension is taken apart at its dot',
  breaks: ['RFC7643-3-11', 'RFC7643-3.3-07'],
  because: 'Incident family W5',
  kernel: () => ({ keep: (resource) => Object.fromEntries(Object.entries(resource).map(split)) }),
})

function split([name, value]: [string, Json]): [string, Json] {
  const at = name.indexOf('.')
  return at < 0 ? [name, value] : [name.slice(0, at), { [name.slice(at + 1)]: value }]
}
