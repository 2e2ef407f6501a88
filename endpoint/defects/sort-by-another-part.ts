import { defect } from '../deviation.ts'

export default defect({
  id: 'sort-by-another-part',
  title: 'Sorting by a part of name goes by its given name',
  breaks: ['RFC7644-3.4.2.3-06'],
  kernel: (plain) => ({
    sort: (resources, model, path, order) =>
      plain.sort(resources, model, path.sub ? { attribute: path.attribute, sub: 'givenName' } : path, order),
  }),
})
