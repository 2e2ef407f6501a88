import { findAttribute } from '#scim/resource'
import { defect } from '../deviation.ts'

export default defect({
  id: 'sort-unknown-name-crashes',
  title: 'Sorting by an unknown attribute is a server error',
  breaks: ['RFC7644-3.4.2.3-06'],
  kernel: (plain) => ({
    sort: (resources, model, path, order) => {
      if (!findAttribute(model, path)) throw new Error('the column does not exist')
      return plain.sort(resources, model, path, order)
    },
  }),
})
