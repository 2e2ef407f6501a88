import { variant } from '../deviation.ts'

export default variant({
  id: 'times-in-whole-seconds',
  title: 'Times have no fraction of a second',
  because: 'AMB-018',
  settings: (plain) => ({ ...plain, formatTime: (time) => time.toISOString().replace(/\.\d+Z$/, 'Z') }),
})
