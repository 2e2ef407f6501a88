import { reading } from '../deviation.ts'
import { badRequest } from '../errors.ts'
import { operatorsIn } from './operators.part.ts'

export default reading({
  id: 'only-eq-and-and-supported',
  title: 'Filters know eq and and, nothing else',
  readings: ['AMB-074/operator-unsupported', 'AMB-073/logic-refused'],
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      const filter = plain.parseFilter(text, model)
      if (operatorsIn(filter).some((one) => one !== 'eq' && one !== 'and'))
        throw badRequest('invalidFilter', 'This operator is not supported')
      return filter
    },
  }),
})
