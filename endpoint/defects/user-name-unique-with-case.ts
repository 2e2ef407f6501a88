import { defect } from '../deviation.ts'

export default defect({
  id: 'user-name-unique-with-case',
  title: 'userNames that differ in letter case count as different',
  breaks: ['RFC7643-4.1.1-02', 'RFC7643-4.1.1-04', 'fiks/F-34'],
  because: 'Incident family W2',
  kernel: (plain) => ({
    uniqueKey: (value, attribute) => plain.uniqueKey(value, { ...attribute, caseExact: true }),
  }),
})
