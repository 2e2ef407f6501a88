import type { Json } from '#scim'
import { variant } from '../deviation.ts'
import { badRequest } from '../errors.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default variant({
  id: 'attribute-some-values-refused',
  title: 'Values are refused by rules that no schema tells',
  because: 'RFC7643-2.3.1-02',
  kernel: (plain) => ({
    keep: (resource, model, before, given) =>
      rewriteValues(plain.keep(resource, model, before, given), model, (value, _, path) => {
        if (REFUSED.some(([name, isRefused]) => name === path && isRefused(value)))
          throw badRequest('invalidValue', `${path} is not as it has to be`)
        return value
      }),
  }),
})

const REFUSED: readonly (readonly [path: string, isRefused: (value: Json) => boolean])[] = [
  ['phoneNumbers.value', (value) => String(value).startsWith('tel:')],
  ['seat', (value) => String(value).length > 10],
  ['scan', (value) => String(value).length > 4],
  ['hiredAt', (value) => String(value).endsWith('+01:00')],
  ['costCenter', (value) => !/^\d+$/.test(String(value))],
]
