import { member, ScimError, URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-d-number-is-refused',
  title: 'A number with 40 added to its day counts as malformed',
  breaks: ['fiks/F-28'],
  because: 'Day checked against the calendar without regard to D-numbers',
  kernel: () => ({
    keep: (resource) => {
      const number = member(resource[URN.fiksPerson], 'foedselsnummer')
      if (/^[4-7]/.test(String(number))) throw new ScimError(400, 'invalidValue', 'There is no such day')
      return resource
    },
  }),
})
