import { defect } from '../deviation.ts'

export default defect({
  id: 'sort-knows-no-urns',
  title: 'sortBy with a URN has no effect',
  breaks: ['RFC7644-3.10-01'],
  kernel: (plain) => ({
    sort: (resources, model, path, order) =>
      path.uri === undefined ? plain.sort(resources, model, path, order) : resources,
  }),
})
