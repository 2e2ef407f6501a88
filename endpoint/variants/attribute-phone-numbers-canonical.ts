import { variant } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default variant({
  id: 'attribute-phone-numbers-canonical',
  title: 'Telephone numbers are stored as RFC 3966 has them',
  because: 'RFC7643-4.1.2-06',
  kernel: (plain) => ({
    keep: (resource, model, before, given) =>
      rewriteValues(plain.keep(resource, model, before, given), model, (value, _, path) =>
        path === 'phoneNumbers.value' ? `tel:+${String(value).replace(/\D/g, '')}` : value,
      ),
  }),
})
