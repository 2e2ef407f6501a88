import { reading } from '../deviation.ts'
import { badRequest } from '../errors.ts'
import { operatorsIn } from './operators.part.ts'

export default reading({
  id: 'eq-not-supported',
  title: 'Filters cannot compare with eq',
  readings: ['AMB-074/eq-unsupported', 'AMB-074/operator-unsupported', 'AMB-073/logic-refused'],
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      const filter = plain.parseFilter(text, model)
      if (operatorsIn(filter).includes('eq'))
        throw badRequest('invalidFilter', 'This operator is not supported')
      return filter
    },
  }),
})
