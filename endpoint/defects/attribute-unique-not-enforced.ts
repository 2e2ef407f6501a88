import { defect } from '../deviation.ts'

export default defect({
  id: 'attribute-unique-not-enforced',
  title: 'Only userName is unique, whatever the schemas say',
  breaks: ['RFC7643-7-40', 'RFC7643-7-42'],
  because: 'Incident family W2',
  kernel: (plain) => ({
    uniqueKey: (value, attribute) =>
      attribute.name === 'userName' ? plain.uniqueKey(value, attribute) : undefined,
  }),
})
