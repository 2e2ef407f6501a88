import { defect } from '../deviation.ts'

export default defect({
  id: 'meta-times-without-a-zone',
  title: 'created and lastModified have a blank for the T and no zone',
  breaks: ['RFC7643-2.3.5-01'],
  because: 'Servers that a client could not read (suvera/scim2-sdk#6)',
  settings: (plain) => ({
    ...plain,
    formatTime: (time) => time.toISOString().replace('T', ' ').replace('Z', ''),
  }),
})
