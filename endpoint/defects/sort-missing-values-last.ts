import type { JsonObject } from '#scim'
import { isAssigned } from '#scim/resource'
import { defect } from '../deviation.ts'

export default defect({
  id: 'sort-missing-values-last',
  title: 'Who has no value comes last, descending as well',
  breaks: ['RFC7644-3.4.2.3-07'],
  kernel: (plain) => ({
    sort: (resources, model, path, order) => {
      const sorted = plain.sort(resources, model, path, order)
      const [some, none] = [true, false].map((has) =>
        sorted.filter((one) => isAssigned(one, model, path) === has),
      ) as [JsonObject[], JsonObject[]]
      return [...some, ...none]
    },
  }),
})
