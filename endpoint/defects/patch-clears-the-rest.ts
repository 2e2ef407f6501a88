import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-clears-the-rest',
  title: 'A PATCH of a user clears the e-mail addresses it does not name',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'Incident family D3',
  kernel: (plain) => ({
    patch: (resource, operations, ...rest) => {
      const { emails, ...others } = plain.patch(resource, operations, ...rest)
      const isNamed = JSON.stringify(operations).includes('emails')
      return isNamed && emails !== undefined ? { ...others, emails } : others
    },
  }),
})
