import { isObject, type Json, sameJson } from '../message/index.ts'
import type { Attribute } from '../schema/model.ts'
import { isUnassigned, listOf, memberOf } from './members.ts'

/**
 * The form in which two strings are compared. Where case does not matter: NFC and simple lower case, no locale.
 * Binary values are exact whatever the schema says (AMB-022).
 */
export function comparableText(text: string, attribute: Pick<Attribute, 'caseExact' | 'type'>): string {
  return attribute.caseExact || attribute.type === 'binary'
    ? text
    : text.normalize('NFC').toLowerCase().normalize('NFC')
}

const DATE_TIME =
  /^(-?(?:[1-9]\d{4,8}|\d{4}))-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,30})?(Z|[+-]\d\d:\d\d)?$/

/**
 * An xsd:dateTime as milliseconds since 1970, fractions of a millisecond kept; undefined where it is none.
 * AMB-018: a time without zone is taken for UTC.
 */
export function instant(text: string): number | undefined {
  const parts = DATE_TIME.exec(text)
  if (!parts) return undefined
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as Clock
  const zone = offset(parts[8])
  if (zone === undefined || !isClock([year, month, day, hour, minute, second], parts[7])) return undefined
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const millis = date.setUTCHours(hour, minute, second) + Number(parts[7] ?? 0) * 1000 - zone
  return Number.isFinite(millis) ? millis : undefined
}

type Clock = [number, number, number, number, number, number]

function isClock([year, month, day, hour, minute, second]: Clock, fraction: string | undefined): boolean {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false
  if (hour === 24) return minute === 0 && second === 0 && Number(fraction ?? 0) === 0
  return hour < 24 && minute < 60 && second < 60
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** A zone in milliseconds; undefined beyond the 14 hours of xsd:dateTime. */
function offset(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))
  if (minutes > 840 || Number(zone.slice(4, 6)) > 59) return undefined
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

/** A simple value as something that orders and compares with `===`; undefined where its JSON type is not the declared one. */
export function comparable(value: Json, attribute: Attribute): string | number | boolean | undefined {
  switch (attribute.type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'integer':
    case 'decimal':
      return typeof value === 'number' ? value : undefined
    case 'dateTime':
      return typeof value === 'string' ? instant(value) : undefined
    case 'complex':
      return undefined
    default:
      return typeof value === 'string' ? comparableText(value, attribute) : undefined
  }
}

/**
 * Whether two values of an attribute are the same as far as its schema goes: case by `caseExact`, instants, members
 * in any case, unassigned in any form. Arrays compare in order.
 */
export function sameValue(a: Json | undefined, b: Json | undefined, attribute: Attribute): boolean {
  if (isUnassigned(a) || isUnassigned(b)) return isUnassigned(a) && isUnassigned(b)
  if (!attribute.multiValued) return sameSingle(a as Json, b as Json, attribute)
  const [left, right] = [listOf(a), listOf(b)]
  return (
    left.length === right.length && left.every((item, i) => sameSingle(item, right[i] as Json, attribute))
  )
}

function sameSingle(a: Json, b: Json, attribute: Attribute): boolean {
  if (attribute.type === 'complex' && isObject(a) && isObject(b)) {
    return attribute.subAttributes.every((sub) =>
      sameValue(memberOf(a, sub.name), memberOf(b, sub.name), sub),
    )
  }
  const left = comparable(a, attribute)
  return left === undefined ? sameJson(a, b) : left === comparable(b, attribute)
}
