import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-value-lands-in-other-attributes',
  title: 'A text that PATCH sets shows up inside name as well',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'SimpleIdServer (simpleidserver/SimpleIdServer#595)',
  kernel: (plain) =>
    changing(plain, (operations, resource) => [
      ...operations,
      ...operations.flatMap(({ op, path, value }): PatchOperation[] =>
        op === 'replace' &&
        typeof value === 'string' &&
        resource.name &&
        path &&
        !path.path.sub &&
        !path.filter
          ? [{ op: 'replace', path: { path: { attribute: 'name', sub: 'middleName' } }, value }]
          : [],
      ),
    ]),
})
