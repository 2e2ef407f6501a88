import { URN } from '#scim'
import { defect, discoveryRewritten } from '../deviation.ts'

export default defect({
  id: 'schema-list-has-messages',
  title: '/Schemas lists the schema of PATCH requests',
  breaks: ['RFC7644-3.1-05'],
  around: discoveryRewritten('/Schemas', (body) => ({
    ...body,
    ...(Array.isArray(body.Resources)
      ? {
          totalResults: body.Resources.length + 1,
          Resources: [...body.Resources, { id: URN.patchOp, name: 'PatchOp', attributes: [] }],
        }
      : {}),
  })),
})
