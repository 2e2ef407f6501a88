import type { JsonObject } from '#scim'
import { reading } from '../deviation.ts'

export default reading({
  id: 'texts-trimmed',
  title: 'Blanks around a text are not stored',
  readings: ['AMB-046/trimmed'],
  kernel: (plain) => ({
    keep: (resource, model, before, given) =>
      JSON.parse(
        JSON.stringify(plain.keep(resource, model, before, given), (_, value) =>
          typeof value === 'string' ? value.trim() : value,
        ),
      ) as JsonObject,
  }),
})
