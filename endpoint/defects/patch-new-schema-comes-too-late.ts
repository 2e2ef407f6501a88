import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-new-schema-comes-too-late',
  title: 'What an operation brings into schemas is not known to the next',
  breaks: ['RFC7644-3.5.2-16'],
  kernel: (plain) =>
    changing(plain, (operations, resource) => {
      const isNew = ({ path }: PatchOperation) =>
        path?.path.uri !== undefined && /extension/.test(path.path.uri) && !resource[path.path.uri]
      return operations.filter((operation, index) => index === 0 || !isNew(operation))
    }),
})
