import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-without-path-crashes',
  title: 'An operation without a path is answered 500',
  breaks: ['RFC7644-3.5.2-07', 'RFC7644-3.12-17'],
  because: 'keycloak-scim-server (Metatavu/keycloak-scim-server#95)',
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      if (operations.some(({ path }) => !path)) throw new Error('unsupported attribute: null')
      return plain.patch(resource, operations, model, options)
    },
  }),
})
