import type { Json } from '#scim'
import { variant } from '../deviation.ts'
import { badRequest } from '../errors.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default variant({
  id: 'attribute-canonical-values-enforced',
  title: 'A value that is not in the list of canonical ones is refused',
  because: 'RFC7643-2.3.1-03',
  kernel: (plain) => ({
    keep: (resource, model, before, given) =>
      rewriteValues(plain.keep(resource, model, before, given), model, (value, { canonicalValues }, path) => {
        if (canonicalValues && !isListed(value, canonicalValues) && !path.startsWith('members'))
          throw badRequest('invalidValue', `${path} has to be one of ${canonicalValues.join(', ')}`)
        return value
      }),
  }),
})

function isListed(value: Json, values: readonly string[]): boolean {
  return values.some((one) => one.toLowerCase() === String(value).toLowerCase())
}
