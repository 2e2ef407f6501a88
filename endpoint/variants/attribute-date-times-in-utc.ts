import { variant } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default variant({
  id: 'attribute-date-times-in-utc',
  title: 'A dateTime comes back as the same instant in UTC, to the second',
  because: 'AMB-018, AMB-046',
  kernel: (plain) => ({
    keep: (resource, model, before, given) =>
      rewriteValues(plain.keep(resource, model, before, given), model, (value, { type }) =>
        type === 'dateTime' ? new Date(String(value)).toISOString().replace(/\.\d+/, '') : value,
      ),
  }),
})
