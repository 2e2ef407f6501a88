import { reading } from '../deviation.ts'

export default reading({
  id: 'sort-leaves-parts-alone',
  title: 'Sorting by a part of an attribute does nothing',
  readings: ['AMB-001/ordinary-must'],
  kernel: (plain) => ({
    sort: (resources, model, path, order) =>
      path.sub ? resources : plain.sort(resources, model, path, order),
  }),
})
