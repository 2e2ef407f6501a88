import { reading } from '../deviation.ts'
import { badRequest } from '../errors.ts'

export default reading({
  id: 'start-beyond-the-end-refused',
  title: 'A startIndex beyond the last result is refused with 400',
  readings: ['AMB-082/beyond-total-refused'],
  kernel: (plain) => ({
    page: (all, startIndex, count) => {
      if (startIndex > 1 && startIndex > all.length)
        throw badRequest('invalidValue', 'There are fewer results')
      return plain.page(all, startIndex, count)
    },
  }),
})
