const DATE_TIME = /^-?(\d{4,9})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,30})?(Z|[+-](\d\d):(\d\d))?$/

/**
 * A dateTime of XML Schema 1.0 part 2: date and time both, fractions of seconds, any offset up to 14 hours or none at all,
 * 24:00:00 as the end of a day, no year zero, no leap second.
 */
export function isDateTime(text: string): boolean {
  const match = DATE_TIME.exec(text)
  if (!match) return false
  const [year = '', month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7)
  const padded = year.length > 4 && year.startsWith('0')
  if (padded || Number(year) === 0 || !isDay(Number(year), Number(month), Number(day))) return false
  return isTime(Number(hour), Number(minute), Number(second), match[7]) && isOffset(match[9], match[10])
}

function isDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (days[month - 1] ?? 0)
}

function isTime(hour: number, minute: number, second: number, fraction = ''): boolean {
  if (hour === 24) return minute === 0 && second === 0 && !/[1-9]/.test(fraction)
  return hour < 24 && minute < 60 && second < 60
}

function isOffset(hours = '0', minutes = '0'): boolean {
  return Number(minutes) < 60 && Number(hours) * 60 + Number(minutes) <= 14 * 60
}

/** Base64 of RFC 4648 section 4; the padding may be left out (RFC 7643 section 2.3.6). */
export function isBase64(text: string): boolean {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return false
  return text.endsWith('=') ? text.length % 4 === 0 : text.length % 4 !== 1
}
