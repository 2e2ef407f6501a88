import { reading } from '../deviation.ts'

export default reading({
  id: 'times-without-zone',
  title: 'created and lastModified come without a time zone',
  readings: ['AMB-018/no-zone'],
  settings: (plain) => ({ ...plain, formatTime: (time) => plain.formatTime(time).replace('Z', '') }),
})
