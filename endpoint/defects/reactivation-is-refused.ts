import { ScimError } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'reactivation-is-refused',
  title: 'active=true for somebody who is switched off is refused',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'Fleet (fleetdm/fleet#53446)',
  kernel: () => ({
    keep: (resource, _, before) => {
      if (before?.active === false && resource.active === true)
        throw new ScimError(400, 'invalidValue', 'Invalid parameter value')
      return resource
    },
  }),
})
