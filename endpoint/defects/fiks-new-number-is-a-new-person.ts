import { member, URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-new-number-is-a-new-person',
  title: 'With another identity number a user loses the externalId it had',
  breaks: ['fiks/F-68'],
  because: 'A D-number that becomes a national identity number',
  kernel: () => ({
    keep: (resource, _model, before) => {
      const [old, now] = [before, resource].map((one) => member(one?.[URN.fiksPerson], 'foedselsnummer'))
      if (old === undefined || old === now) return resource
      const { externalId: _, ...rest } = resource
      return rest
    },
  }),
})
