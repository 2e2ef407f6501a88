import { variant } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default variant({
  id: 'attribute-free-texts-in-lower-case',
  title: 'Some texts whose letter case does not matter are stored in lower case',
  because: 'RFC7643-7-25',
  kernel: (plain) => ({
    keep: (resource, model, before, given) =>
      rewriteValues(plain.keep(resource, model, before, given), model, (value, _, path) =>
        RECASED.test(path) ? String(value).toLowerCase() : value,
      ),
  }),
})

const RECASED = /^(nickName|userType|nicknames|locker|devices\.display|addresses\.(streetAddress|locality))$/
