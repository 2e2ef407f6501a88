import { ScimError } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-text-is-no-value',
  title: 'PATCH takes true, false and objects, and refuses every text',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'Sentry (getsentry/sentry#79354)',
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      if (operations.some(({ path, value }) => path && !path.path.uri && typeof value === 'string'))
        throw new ScimError(400, 'invalidValue', 'value must be a boolean or an object')
      return plain.patch(resource, operations, model, options)
    },
  }),
})
