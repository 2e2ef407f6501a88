import { defect } from '../deviation.ts'

export default defect({
  id: 'duplicate-user-name-accepted',
  title: 'A second user with the same userName is created',
  breaks: ['RFC7644-3.3-10', 'RFC7643-4.1.1-02', 'fiks/F-34'],
  because: 'Incident family W2',
  kernel: () => ({ uniqueKey: () => undefined }),
})
