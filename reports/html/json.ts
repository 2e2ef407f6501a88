import { type Messages, valueText } from '#harness'
import { isObject, type Json } from '#scim'
import { type Child, type Html, html } from './markup.ts'

const LINES = 300
const STRING = 600
/** Elements of a long array that are shown although nothing points at them. */
const FIRST = 8
const DEPTH = 60

interface Page {
  readonly messages: Messages
  lines: number
}

/** Tokens from the value that is being written to a place that a finding points at. */
type Trail = readonly string[]

/**
 * JSON, indented, with the places that findings point at marked, and a ghost line where they point at nothing.
 * Long strings, long arrays and long bodies are cut; what is marked is shown.
 */
export function jsonMarkup(json: Json, pointers: readonly string[], messages: Messages): Html {
  const page: Page = { messages, lines: 0 }
  const trails = pointers.map((pointer) => tokens(pointer))
  return html`${write(json, trails, '', page)}`
}

function tokens(pointer: string): Trail {
  if (pointer === '') return []
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function write(json: Json, trails: readonly Trail[], indent: string, page: Page): Child {
  const marked = trails.some((trail) => trail.length === 0)
  const inner = trails.filter((trail) => trail.length > 0)
  const value = writeValue(json, inner, indent, page)
  return marked ? html`<mark>${value}</mark>` : value
}

function writeValue(json: Json, trails: readonly Trail[], indent: string, page: Page): Child {
  if (indent.length > DEPTH * 2) return html`<i>…</i>`
  if (Array.isArray(json)) return writeArray(json, trails, indent, page)
  if (isObject(json)) return writeObject(json, trails, indent, page)
  if (typeof json === 'string') return html`<span class="s">${stringText(json, page)}</span>`
  return html`<span class="n">${String(json)}</span>`
}

function stringText(text: string, { messages }: Page): string {
  const cut =
    text.length > STRING
      ? `${JSON.stringify(text.slice(0, STRING))}${messages.finding.cutAt(text.length)}`
      : undefined
  return cut ?? JSON.stringify(text)
}

function writeObject(
  json: { [name: string]: Json },
  trails: readonly Trail[],
  indent: string,
  page: Page,
): Child {
  const names = Object.keys(json)
  const missing = [...new Set(trails.map(([first]) => first as string))].filter(
    (name) => !Object.hasOwn(json, name),
  )
  if (names.length + missing.length === 0) return '{}'
  const deeper = `${indent}  `
  const members = names.flatMap((name, index) => {
    const into = below(trails, name)
    if (into.length === 0 && isFull(page)) return []
    page.lines += 1
    const comma = index < names.length - 1 ? ',' : ''
    return [html`\n${deeper}${member(name, json[name] as Json, into, deeper, page)}${comma}`]
  })
  const rest = more(names.length - members.length, deeper, page)
  const ghosts = missing.map((name) => ghost(deeper, `${valueText(name, page.messages)}: `, page))
  return html`{${members}${rest}${ghosts}\n${indent}}`
}

function member(name: string, value: Json, trails: readonly Trail[], indent: string, page: Page): Child {
  const marked = trails.some((trail) => trail.length === 0)
  const inner = trails.filter((trail) => trail.length > 0)
  const written = html`<span class="k">${valueText(name, page.messages)}</span>: ${write(value, inner, indent, page)}`
  return marked ? html`<mark>${written}</mark>` : written
}

function writeArray(json: readonly Json[], trails: readonly Trail[], indent: string, page: Page): Child {
  const missing = trails.some(([first]) => !Object.hasOwn(json, first as string))
  if (json.length === 0 && !missing) return '[]'
  const deeper = `${indent}  `
  const long = json.length > FIRST * 2
  const members = json.flatMap((value, index) => {
    const into = below(trails, String(index))
    if (into.length === 0 && (isFull(page) || (long && index >= FIRST))) return []
    page.lines += 1
    const comma = index < json.length - 1 ? ',' : ''
    return [html`\n${deeper}${write(value, into, deeper, page)}${comma}`]
  })
  const rest = more(json.length - members.length, deeper, page)
  return html`[${members}${rest}${missing ? ghost(deeper, '', page) : ''}\n${indent}]`
}

function below(trails: readonly Trail[], name: string): readonly Trail[] {
  return trails.filter(([first]) => first === name).map((trail) => trail.slice(1))
}

function isFull({ lines }: Page): boolean {
  return lines >= LINES
}

function more(n: number, indent: string, { messages }: Page): Child {
  return n > 0 && html`\n${indent}<i>… ${messages.page.moreLines(n)}</i>`
}

function ghost(indent: string, before: string, { messages }: Page): Child {
  return html`\n${indent}<mark class="ghost">${before}${messages.finding.nothing}</mark>`
}
