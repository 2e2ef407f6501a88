import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-value-path-hits-all',
  title: 'The filter of a value path is ignored where a sub-attribute follows',
  breaks: ['RFC7644-3.5.2.3-08'],
  because: 'INC-101',
  kernel: (plain) => changing(plain, (operations) => operations.map(unfiltered)),
})

function unfiltered(operation: PatchOperation): PatchOperation {
  const { path } = operation
  return path?.filter && path.sub
    ? { ...operation, path: { path: { ...path.path, sub: path.sub } } }
    : operation
}
