import type { JsonObject } from '#scim'
import { isAssigned } from '#scim/resource'
import { defect } from '../deviation.ts'

export default defect({
  id: 'sort-missing-values-first',
  title: 'Who has no value comes first, whatever the order',
  breaks: ['RFC7644-3.4.2.3-07'],
  kernel: (plain) => ({
    sort: (resources, model, path, order) => {
      const sorted = plain.sort(resources, model, path, order)
      const [some, none] = [true, false].map((has) =>
        sorted.filter((one) => isAssigned(one, model, path) === has),
      ) as [JsonObject[], JsonObject[]]
      return [...none, ...some]
    },
  }),
})
