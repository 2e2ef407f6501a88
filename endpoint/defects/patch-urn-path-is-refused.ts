import { ScimError } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-urn-path-is-refused',
  title: 'A path that begins with a URN is answered 501',
  breaks: ['RFC7644-3.5.2-14'],
  because: 'Zulip (zulip/zulip#39773)',
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      if (operations.some(({ path }) => path?.path.uri !== undefined))
        throw new ScimError(501, undefined, 'The attribute is not supported')
      return plain.patch(resource, operations, model, options)
    },
  }),
})
