import { reading } from '../deviation.ts'
import { badRequest } from '../errors.ts'

export default reading({
  id: 'not-needs-a-blank',
  title: 'A filter with not and no blank after it is refused',
  readings: ['AMB-071/one-form-refused'],
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      if (/\bnot\(/i.test(text)) throw badRequest('invalidFilter', 'A blank is needed after not')
      return plain.parseFilter(text, model)
    },
  }),
})
