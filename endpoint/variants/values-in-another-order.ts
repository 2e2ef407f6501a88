import { variant } from '../deviation.ts'

export default variant({
  id: 'values-in-another-order',
  title: 'Values of multi-valued attributes come in another order',
  because: 'AMB-046',
  kernel: (plain) => ({
    project: (resource, model, options) =>
      Object.fromEntries(
        Object.entries(plain.project(resource, model, options)).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.toReversed() : value,
        ]),
      ),
  }),
})
