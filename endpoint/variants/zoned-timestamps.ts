import { variant } from '../deviation.ts'

export default variant({
  id: 'zoned-timestamps',
  title: 'Times have an offset and six digits of fraction',
  because: 'AMB-018',
  settings: (plain) => ({ ...plain, formatTime: zoned }),
})

const HOUR = 3_600_000

function zoned(time: Date): string {
  return new Date(time.getTime() + HOUR).toISOString().replace('Z', '000+01:00')
}
