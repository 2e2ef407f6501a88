import { defect } from '../deviation.ts'

export default defect({
  id: 'entra-operations-beyond-ten-are-dropped',
  title: 'Of one PATCH the first ten operations are applied, and all are acknowledged',
  breaks: ['entra/validator-06', 'entra/validator-09', 'RFC7644-3.5.2-18'],
  because: 'A limit meant for members, met by the verbose tests of the validator',
  kernel: (plain) => ({
    patch: (resource, operations, ...rest) => plain.patch(resource, operations.slice(0, 10), ...rest),
  }),
})
