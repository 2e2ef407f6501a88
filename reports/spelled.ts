import type { Messages } from '#harness'
import type { Report } from './model.ts'

/** `6.2 s`, `6,2 s`. */
export function secondsText(ms: number, { locale }: Messages): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return `${new Intl.NumberFormat(locale, digits).format(ms / 1000)} s`
}

/**
 * `21 November 2026, 20:00 UTC`: in UTC wherever it is read, so that it can be compared with logs.
 * @param iso as it stands in the record; shown as it is where it is no time
 */
export function momentText(iso: string, { locale, page }: Messages): string {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return iso
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(time)
  return page.moment(day, time.toISOString().slice(11, 16))
}

/** A client that was recorded did as it pleased: nothing was drawn from a seed. */
export function hasSeed({ subject }: Pick<Report, 'subject'>): boolean {
  return subject !== 'client'
}
