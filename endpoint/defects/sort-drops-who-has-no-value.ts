import { isAssigned } from '#scim/resource'
import { defect } from '../deviation.ts'

export default defect({
  id: 'sort-drops-who-has-no-value',
  title: 'Who has no value to sort by is missing from the list',
  breaks: ['RFC7644-3.4.2.3-07'],
  because: 'An inner join',
  kernel: (plain) => ({
    sort: (resources, model, path, order) =>
      plain.sort(
        resources.filter((one) => isAssigned(one, model, path)),
        model,
        path,
        order,
      ),
  }),
})
