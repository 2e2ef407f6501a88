import { ScimError } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-knows-no-path',
  title: 'An operation with a path is refused: only whole objects are understood',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'Sentry (getsentry/sentry#27199)',
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      if (operations.some(({ op, path }) => op === 'replace' && path !== undefined))
        throw new ScimError(400, 'invalidPath', 'path is not understood')
      return plain.patch(resource, operations, model, options)
    },
  }),
})
